package ai.backtestr.render.profile;

import ai.backtestr.render.chart.PlotLayer;
import ai.backtestr.render.chart.PlotView;
import ai.backtestr.render.chart.PriceChart;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// Shows on a chart what was bought and sold at which price: the footprint of each bar where bars have room for it,
/// the volume profile of what is on screen, and that of each trading day.
///
/// Threads: belongs to the FX thread; ticks are read and summed up on another, which is there only while something
/// is shown.
public final class FlowView implements PlotLayer {
    private final PriceChart chart;
    private final BooleanProperty footprint = new SimpleBooleanProperty();
    private final BooleanProperty profile = new SimpleBooleanProperty();
    private final BooleanProperty sessions = new SimpleBooleanProperty();
    private final FootprintPainter footprintPainter = new FootprintPainter();
    private final ProfilePainter profilePainter = new ProfilePainter();
    private final WishMaker wishes = new WishMaker();
    private @Nullable OrderFlow flow;
    private @Nullable FlowLoader loader;
    private @Nullable FlowPicture picture;
    private long wished; // version of the wish; 0 for none
    private Consumer<RuntimeException> onProblem = problem -> {};

    /// Lays it behind the trades of a chart. Nothing is shown until it is switched on and has a flow.
    public FlowView(PriceChart chart) {
        this.chart = chart;
        chart.addLayer(this);
        footprint.subscribe(on -> switched());
        profile.subscribe(on -> switched());
        sessions.subscribe(on -> switched());
    }

    /// Shows another flow, or none. The one before is read no more, and is its owner's to close.
    public void show(@Nullable OrderFlow other) {
        end();
        flow = other;
        switched();
    }

    /// Sets who is told, on the FX thread, when the flow cannot be read.
    public void setOnProblem(Consumer<RuntimeException> listener) {
        onProblem = listener;
    }

    /// Whether bars that have room show what was sold and bought in each row of prices.
    public BooleanProperty footprint() {
        return footprint;
    }

    /// Whether the profile of what is on screen is shown.
    public BooleanProperty profile() {
        return profile;
    }

    /// Whether the profile of each trading day is shown.
    public BooleanProperty sessions() {
        return sessions;
    }

    private void switched() {
        if (!isShown()) {
            end();
        }
        chart.repaintLayers();
    }

    private void end() {
        if (loader != null) {
            loader.close();
        }
        loader = null;
        picture = null;
        wished = 0;
    }

    @Override
    public boolean isShown() {
        return flow != null && (footprint.get() || profile.get() || sessions.get());
    }

    @Override
    public boolean isBehindTrades() {
        return true;
    }

    @Override
    public void paint(GraphicsContext g, PlotView view) {
        OrderFlow shown = flow;
        if (shown == null || view.isEmpty()) {
            return;
        }
        wish(shown, view);
        FlowPicture now = picture;
        if (now != null) {
            profilePainter.paint(g, view, now, shown);
            footprintPainter.paint(g, view, now, shown);
            profilePainter.paintWords(g, view, now);
        }
    }

    private void wish(OrderFlow shown, PlotView view) {
        long wanted = wishes.noted(view, shown, footprint.get(), profile.get(), sessions.get());
        if (wanted != wished) {
            wished = wanted;
            FlowLoader asked = loader;
            if (asked == null) {
                asked = new FlowLoader(
                        shown, this::take, problem -> Platform.runLater(() -> onProblem.accept(problem)));
                loader = asked;
            }
            asked.wish(wishes);
        }
    }

    /// Called by the loader. What it has of an older wish is shown too, until the newer one is there.
    private void take(FlowLoader from, FlowPicture made) {
        Platform.runLater(() -> {
            if (from == loader) {
                picture = made;
                chart.repaintLayers();
            }
        });
    }

    /// Tells whether what is painted is of what is on screen.
    public boolean isComplete() {
        FlowPicture now = picture;
        return !isShown() || (now != null && now.wish().version() == wished);
    }

    /// Waits until what was painted last is summed up. Any thread but that of the toolkit.
    public void awaitLoaded() {
        FlowLoader asked = loader;
        if (asked != null) {
            asked.awaitIdle();
        }
    }
}
