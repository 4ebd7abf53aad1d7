package ai.backtestr.desktop.window;

import ai.backtestr.desktop.sample.Sample;
import ai.backtestr.desktop.tour.Tour;
import ai.backtestr.desktop.tour.TourStop;
import ai.backtestr.engine.run.BacktestResult;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The tour of the window. It is made when it is first asked for. FX thread only.
final class WindowTour {
    private static final double AFTER_RESULT_MS = 1500;

    private final Workbench workbench;
    private final Supplier<Tour> making;
    private final BooleanProperty running = new SimpleBooleanProperty();
    private @Nullable Tour made;
    private final FxPause pause = new FxPause(AFTER_RESULT_MS);
    private Subscription waiting = Subscription.EMPTY;

    WindowTour(Stage stage, Scene scene, Workbench workbench) {
        this.workbench = workbench;
        making = () ->
                new Tour(stage, stops(scene), again -> workbench.preferred().change(before -> before.withTour(again)));
    }

    private Tour tour() {
        Tour tour = made;
        if (tour == null) {
            tour = making.get();
            made = tour;
            running.bind(tour.running());
        }
        return tour;
    }

    private static List<TourStop> stops(Scene scene) {
        return List.of(
                stop(
                        scene,
                        "instrument-list",
                        "Instruments",
                        "All that is stored. The sample is here already; drop files on the window, or press Ctrl+O, to"
                                + " import your own. The strip shows which days have ticks."),
                stop(
                        scene,
                        "chart",
                        "The chart",
                        "The wheel zooms from all of it down to single ticks, dragging pans. A click on a trade shows"
                                + " where it was entered and left, and why."),
                stop(
                        scene,
                        "strategy-choice",
                        "The strategy",
                        "Choose one, or write your own with New strategy…. Move a slider: the backtest runs again"
                                + " while it moves, and everything follows."),
                stop(
                        scene,
                        "headlines",
                        "What it came to",
                        "Pin keeps these figures to compare the next runs with; Report checks the run and writes it"
                                + " down."),
                stop(
                        scene,
                        "trades",
                        "Trades, orders, figures",
                        "Every part is a tab that can be dragged elsewhere. Alt+Down goes from trade to trade, and"
                                + " Why these fills explains each price."),
                stop(
                        scene,
                        "menu-bar",
                        "Everything else",
                        "Ctrl+K finds any action, instrument or run by a few letters; F1 lists all keys. This tour can"
                                + " be taken again from the Help menu."));
    }

    private static TourStop stop(Scene scene, String id, String title, String text) {
        return new TourStop(title, text, () -> scene.lookup("#" + id));
    }

    /// Begins, or begins again.
    void start() {
        waiting.unsubscribe();
        tour().start();
    }

    /// Goes on to the next stop.
    void next() {
        tour().next();
    }

    /// Goes back to the stop before.
    void back() {
        tour().back();
    }

    /// Ticks that the tour is not to be shown again, or unticks it.
    void switchSilent() {
        tour().switchSilent();
    }

    /// Begins as soon as the sample shows its first result, unless the user has had the tour.
    void offer() {
        if (workbench.preferred().now().tour()) {
            waiting = workbench.result().subscribe(this::ready);
        }
    }

    private void ready(@Nullable BacktestResult result) {
        if (result != null && result.instrument().symbol().equals(Sample.SYMBOL)) {
            waiting.unsubscribe();
            pause.restart(this::start);
        }
    }

    ObservableBooleanValue running() {
        return running;
    }

    void close() {
        waiting.unsubscribe();
        pause.stop();
        if (made != null) {
            made.close();
        }
    }
}
