package ai.backtestr.desktop.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.ByteBuffer;
import javafx.geometry.Orientation;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/// A picture of a page, as wide as there is room, up to its own size. It has its place at once and is read in the
/// background, so that nothing moves when it is there. FX thread only.
final class PagePicture extends Region {
    private static final int WIDTH_AT = 16;
    private static final int HEIGHT_AT = 20;
    private static final int HEAD_BYTES = 24;

    private final ImageView view;
    private final double ownWidth;
    private final double ownHeight;

    /// @param file a PNG file
    /// @param words what is to be seen
    PagePicture(URL file, String words) {
        ByteBuffer head = head(file);
        ownWidth = head.getInt(WIDTH_AT);
        ownHeight = head.getInt(HEIGHT_AT);
        view = new ImageView(new Image(file.toExternalForm(), true));
        view.setSmooth(true);
        view.setAccessibleText(words);
        setMinWidth(0);
        getChildren().add(view);
    }

    /// A PNG file begins with its size.
    private static ByteBuffer head(URL file) {
        try (InputStream in = file.openStream()) {
            return ByteBuffer.wrap(in.readNBytes(HEAD_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + file + " cannot be read", e);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return ownWidth;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return width < 0 ? ownHeight : ownHeight * Math.min(width, ownWidth) / ownWidth;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.min(getWidth(), ownWidth);
        view.setFitWidth(width);
        view.setFitHeight(ownHeight * width / ownWidth);
    }
}
