package ai.backtestr.desktop.hour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Takes pictures of the whole screen, as it would be seen. `-Dbacktestr.hour.pictures=FOLDER` says where they go;
/// without it none are taken.
final class Pictures {
    private static final long SETTLE_MS = 700;

    private final @Nullable Path folder;

    Pictures() {
        String named = System.getProperty("backtestr.hour.pictures", "");
        folder = named.isBlank() ? null : Path.of(named);
    }

    void take(String name) {
        if (folder == null) {
            return;
        }
        Hands.rest(SETTLE_MS);
        Image image = Hands.see(
                () -> new Robot().getScreenCapture(null, Screen.getPrimary().getBounds()));
        BufferedImage opaque =
                new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        SwingFXUtils.fromFXImage(image, opaque);
        try {
            Files.createDirectories(folder);
            ImageIO.write(opaque, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
