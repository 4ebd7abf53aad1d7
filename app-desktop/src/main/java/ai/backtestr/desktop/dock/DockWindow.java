package ai.backtestr.desktop.dock;

import ai.backtestr.desktop.settings.WindowPlace;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// A window with panes beside the main one. FX thread only.
final class DockWindow {
    private final Stage stage = new Stage();
    private final DockArea area;

    DockWindow(DockFloat model, DockArea area, Stage owner, Docks docks) {
        this.area = area;
        stage.initOwner(owner);
        Scene scene = new Scene(area, model.place().width(), model.place().height());
        scene.setFill(null);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        scene.getAccelerators().putAll(owner.getScene().getAccelerators());
        docks.watch(scene);
        stage.setScene(scene);
        put(onScreen(model.place()));
        stage.setOnCloseRequest(event -> {
            event.consume();
            docks.dockAll(area.now().panes());
        });
        stage.xProperty().subscribe((before, now) -> docks.changed());
        stage.yProperty().subscribe((before, now) -> docks.changed());
        stage.widthProperty().subscribe((before, now) -> docks.changed());
        stage.heightProperty().subscribe((before, now) -> docks.changed());
    }

    private void put(WindowPlace place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
    }

    /// Returns that place, or one on the main screen if it cannot be reached any more.
    private static WindowPlace onScreen(WindowPlace place) {
        List<WindowPlace> screens =
                Screen.getScreens().stream().map(DockWindow::placeOf).toList();
        WindowPlace primary = placeOf(Screen.getPrimary());
        return screens.stream()
                .filter(place::reaches)
                .findFirst()
                .map(place::within)
                .orElseGet(() -> new WindowPlace(
                                primary.x() + primary.width() / 4,
                                primary.y() + primary.height() / 4,
                                place.width(),
                                place.height())
                        .within(primary));
    }

    private static WindowPlace placeOf(Screen screen) {
        Rectangle2D bounds = screen.getVisualBounds();
        return new WindowPlace(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    void show(DockNode content) {
        area.show(content);
        if (!stage.isShowing()) {
            stage.show();
        }
    }

    void title(String title) {
        stage.setTitle(title);
    }

    DockFloat now() {
        return new DockFloat(
                new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()), area.now());
    }

    DockArea area() {
        return area;
    }

    void close() {
        area.release();
        stage.close();
    }
}
