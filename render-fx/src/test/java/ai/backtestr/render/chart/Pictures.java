package ai.backtestr.render.chart;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javax.imageio.ImageIO;

/// Compares pictures with stored ones. `-Dbacktestr.pictures=store` stores them anew; a picture that differs is
/// written to `target/pictures`, and beside it a picture in which what differs is red.
public final class Pictures {
    private static final Path STORED = Path.of("src/test/resources/ai/backtestr/render/chart");
    private static final Path DIFFERENT = Path.of("target/pictures");

    /// How far a channel, of 255, may be off: smoothing of edges and text varies a little between machines.
    private static final int CHANNEL_TOLERANCE = 40;

    private Pictures() {}

    /// Returns the share of pixels, 0 to 1, that differ visibly from the stored picture.
    public static double difference(Image image, String name) throws IOException {
        BufferedImage actual = buffered(image);
        if ("store".equals(System.getProperty("backtestr.pictures"))) {
            write(actual, STORED, name);
        }
        try (InputStream stream = Files.newInputStream(STORED.resolve(name + ".png"))) {
            BufferedImage stored = ImageIO.read(stream);
            double share = difference(actual, stored);
            if (share > 0) {
                write(actual, DIFFERENT, name);
                write(differing(actual, stored), DIFFERENT, name + "-diff");
            }
            return share;
        }
    }

    private static BufferedImage differing(BufferedImage actual, BufferedImage stored) {
        int width = Math.min(actual.getWidth(), stored.getWidth());
        int height = Math.min(actual.getHeight(), stored.getHeight());
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pale = (actual.getRGB(x, y) >> 2 & 0x3F3F3F) + 0x202020;
                picture.setRGB(x, y, differs(actual.getRGB(x, y), stored.getRGB(x, y)) ? 0xFF0000 : pale);
            }
        }
        return picture;
    }

    private static void write(BufferedImage image, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    }

    private static double difference(BufferedImage actual, BufferedImage stored) {
        if (actual.getWidth() != stored.getWidth() || actual.getHeight() != stored.getHeight()) {
            return 1;
        }
        int different = 0;
        for (int y = 0; y < actual.getHeight(); y++) {
            for (int x = 0; x < actual.getWidth(); x++) {
                different += differs(actual.getRGB(x, y), stored.getRGB(x, y)) ? 1 : 0;
            }
        }
        return (double) different / (actual.getWidth() * actual.getHeight());
    }

    private static boolean differs(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > CHANNEL_TOLERANCE) {
                return true;
            }
        }
        return false;
    }

    private static BufferedImage buffered(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        PixelReader pixels = image.getPixelReader();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return copy;
    }
}
