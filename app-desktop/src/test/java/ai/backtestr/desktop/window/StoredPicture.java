package ai.backtestr.desktop.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/// Compares a picture with a stored one. `-Dbacktestr.pictures=store` stores it anew; one that differs is written
/// to `target/pictures`.
final class StoredPicture {
    private static final Path STORED = Path.of("src/test/resources/ai/backtestr/desktop/window");
    private static final Path DIFFERENT = Path.of("target/pictures");
    private static final int CHANNEL_TOLERANCE = 40;

    private StoredPicture() {}

    /// Returns the share of pixels, 0 to 1, that differ visibly.
    static double difference(Image image, String name) throws IOException {
        BufferedImage actual = SwingFXUtils.fromFXImage(image, null);
        Path stored = STORED.resolve(name + ".png");
        if ("store".equals(System.getProperty("backtestr.pictures"))) {
            ImageIO.write(actual, "png", stored.toFile());
        }
        double share = difference(actual, ImageIO.read(stored.toFile()));
        if (share > 0) {
            Files.createDirectories(DIFFERENT);
            ImageIO.write(actual, "png", DIFFERENT.resolve(name + ".png").toFile());
        }
        return share;
    }

    private static double difference(BufferedImage actual, BufferedImage stored) {
        int different = 0;
        for (int y = 0; y < actual.getHeight(); y++) {
            for (int x = 0; x < actual.getWidth(); x++) {
                different += differs(actual.getRGB(x, y), stored.getRGB(x, y)) ? 1 : 0;
            }
        }
        return (double) different / (actual.getWidth() * actual.getHeight());
    }

    private static boolean differs(int one, int other) {
        int red = Math.abs((one >> 16 & 0xFF) - (other >> 16 & 0xFF));
        int green = Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF));
        int blue = Math.abs((one & 0xFF) - (other & 0xFF));
        return Math.max(red, Math.max(green, blue)) > CHANNEL_TOLERANCE;
    }
}
