package ai.backtestr.desktop.window;

import ai.backtestr.desktop.settings.WindowPlace;
import ai.backtestr.desktop.settings.WindowSettings;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Where the window stands. FX thread only.
final class WindowFrame {
    private final Stage stage;
    private @Nullable WindowPlace place;

    WindowFrame(Stage stage) {
        this.stage = stage;
    }

    /// Puts the window where it was, unless the screen it was on is gone.
    void restore(WindowSettings settings) {
        WindowPlace wanted = settings.place();
        if (wanted != null) {
            List<WindowPlace> screens =
                    Screen.getScreens().stream().map(WindowFrame::placeOf).toList();
            fitting(wanted, screens).ifPresent(this::putAt);
        }
        stage.setMaximized(settings.maximized());
    }

    private static WindowPlace placeOf(Screen screen) {
        Rectangle2D bounds = screen.getVisualBounds();
        return new WindowPlace(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    /// Returns the place on the first screen from which it can be taken hold of, no larger than that screen.
    static Optional<WindowPlace> fitting(WindowPlace wanted, List<WindowPlace> screens) {
        return screens.stream().filter(wanted::reaches).findFirst().map(wanted::within);
    }

    private void putAt(WindowPlace found) {
        place = found;
        stage.setX(found.x());
        stage.setY(found.y());
        stage.setWidth(found.width());
        stage.setHeight(found.height());
    }

    /// Calls `listener` when the window is moved or its size changes.
    void onChange(Runnable listener) {
        stage.xProperty().subscribe((before, now) -> listener.run());
        stage.yProperty().subscribe((before, now) -> listener.run());
        stage.widthProperty().subscribe((before, now) -> listener.run());
        stage.heightProperty().subscribe((before, now) -> listener.run());
        stage.maximizedProperty().subscribe((before, now) -> listener.run());
    }

    /// Returns where it is, or while it fills the screen, where it was before; null if that is not known.
    @Nullable
    WindowPlace place() {
        boolean isNormal = !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified();
        if (isNormal && stage.getWidth() > 0 && !Double.isNaN(stage.getX())) {
            place = new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
        return place;
    }

    boolean isMaximized() {
        return stage.isMaximized();
    }
}
