package ai.backtestr.desktop.window;

import ai.backtestr.desktop.workspace.CoveredDay;
import ai.backtestr.desktop.workspace.DataFacts.Day;
import ai.backtestr.desktop.workspace.StoredData;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Which days of an instrument have ticks or bars, from the first to the last: green where they do, red where there
/// should be some. Where a pixel stands for several days, it is as strong as the share of those that do. What the
/// mouse is on is told in words, and a click has it shown. FX thread only.
final class CoverageStrip extends Pane {
    private static final double HEIGHT = 10; // room for the mouse
    private static final double TOP = 3;
    private static final double BAR_HEIGHT = 5;
    private static final Color PRESENT = Color.web("#30a46c");
    private static final Color MISSING = Color.web("#e5484d");

    private final Canvas canvas = new Canvas();
    private final Tooltip tooltip = new Tooltip();
    private List<CoveredDay> days = List.of();
    private @Nullable StoredData of;

    /// @param onPlace hears of the days clicked
    CoverageStrip(Consumer<Moments.Place> onPlace) {
        getStyleClass().add("coverage");
        getChildren().add(canvas);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(0);
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        setPickOnBounds(true);
        tooltip.setShowDelay(Duration.millis(150));
        addEventHandler(MouseEvent.MOUSE_MOVED, this::tell);
        setOnMouseClicked(event -> {
            Moments.Place place = place(event);
            if (place != null) {
                onPlace.accept(place);
            }
        });
    }

    /// Shows other days.
    void show(List<CoveredDay> now, StoredData data) {
        days = now;
        of = data;
        if (now.isEmpty()) {
            Tooltip.uninstall(this, tooltip);
        } else {
            Tooltip.install(this, tooltip);
        }
        paint();
    }

    private void tell(MouseEvent event) {
        StoredData data = of;
        if (data != null && !days.isEmpty()) {
            tooltip.setText(CoverageText.of(under(event.getX()), data));
            event.consume(); // what is around it has words of its own
        }
    }

    private Moments.@Nullable Place place(MouseEvent event) {
        StoredData data = of;
        if (data == null || days.isEmpty() || event.getButton() != MouseButton.PRIMARY) {
            return null;
        }
        List<CoveredDay> clicked = under(event.getX());
        long endNs = data.instrument().calendar().nextDayStart(clicked.getLast().startNs());
        return new Moments.Place(data, clicked.getFirst().startNs(), endNs);
    }

    /// Returns the days that a pixel stands for.
    private List<CoveredDay> under(double x) {
        int width = Math.max(1, (int) getWidth());
        int pixel = Math.clamp((long) x, 0, width - 1);
        return days.subList(from(pixel, width), to(pixel, width));
    }

    private int from(int pixel, int width) {
        return (int) ((long) pixel * days.size() / width);
    }

    private int to(int pixel, int width) {
        return Math.max(from(pixel, width) + 1, (int) ((pixel + 1L) * days.size() / width));
    }

    @Override
    protected void layoutChildren() {
        paint();
    }

    private void paint() {
        int width = (int) getWidth();
        canvas.setWidth(width);
        canvas.setHeight(HEIGHT);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, HEIGHT);
        for (int x = 0; x < width && !days.isEmpty(); x++) {
            int present = 0;
            int missing = 0;
            for (CoveredDay day : days.subList(from(x, width), to(x, width))) {
                present += day.has() == Day.PRESENT ? 1 : 0;
                missing += day.has() == Day.MISSING ? 1 : 0;
            }
            if (present + missing > 0) {
                g.setFill(MISSING.interpolate(PRESENT, (double) present / (present + missing)));
                g.fillRect(x, TOP, 1, BAR_HEIGHT);
            }
        }
    }
}
