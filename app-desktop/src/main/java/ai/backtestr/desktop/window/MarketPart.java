package ai.backtestr.desktop.window;

import ai.backtestr.desktop.table.NumberContent;
import ai.backtestr.desktop.table.TableContent;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.bar.Timeframe;
import java.util.Objects;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Ticks or bars of what the active chart shows, read while they are to be seen only, linked with the charts both
/// ways. Nothing is shown during a replay, which would tell what is still to come.
///
/// Threads: belongs to the FX thread.
final class MarketPart {
    private record Opening(MarketPart of) implements Tasks.Track {}

    /// What is shown.
    ///
    /// @param timeframe of bars; for ticks any one
    record Subject(StoredData data, Timeframe timeframe) {}

    private final Workbench workbench;
    private final TablePane pane;
    private final BiFunction<StoredData, Timeframe, @Nullable BackgroundTask<NumberContent>> opening;
    private final String without;
    private final Tasks.Track lane = new Opening(this);
    private Subscription following = Subscription.EMPTY;
    private @Nullable Subject shown;

    /// @param opening opens what is to be shown; null where there is none
    /// @param without what is said where there is none
    MarketPart(
            Workbench workbench,
            TablePane pane,
            BiFunction<StoredData, Timeframe, @Nullable BackgroundTask<NumberContent>> opening,
            String without) {
        this.workbench = workbench;
        this.pane = pane;
        this.opening = opening;
        this.without = without;
        pane.table().setOnSelected(row -> workbench.moments().rowSelected(row.timeNs()));
        workbench.moments().onClick(this::goTo);
        workbench.preferred().clock().subscribe(pane::setClock);
        workbench.charts().active().subscribe(this::follow);
        workbench.replaying().subscribe(this::look);
        pane.sceneProperty().subscribe(this::look);
    }

    Node node() {
        return pane;
    }

    private void follow(ChartModel active) {
        following.unsubscribe();
        following = active.instrument()
                .subscribe(data -> look())
                .and(active.timeframe().subscribe(timeframe -> look()));
    }

    private void look() {
        if (pane.getScene() == null) {
            return;
        }
        ChartModel active = workbench.charts().active().get();
        StoredData data = active.instrument().get();
        boolean isHidden = workbench.replaying().get() || data == null;
        Subject now = isHidden ? null : new Subject(data, active.timeframe().get());
        if (!Objects.equals(now, shown) || now == null) {
            shown = now;
            open(now);
        }
    }

    private void open(@Nullable Subject subject) {
        workbench.tasks().cancel(lane);
        BackgroundTask<NumberContent> task =
                subject == null ? null : opening.apply(subject.data(), subject.timeframe());
        if (task == null) {
            pane.showNothing(
                    workbench.replaying().get()
                            ? "Not during a replay."
                            : subject == null ? "Choose an instrument to see them." : without);
        } else {
            pane.showNothing("Opening…");
            workbench.tasks().start(lane, task, content -> take(subject, content));
        }
    }

    private void take(@Nullable Subject subject, TableContent content) {
        if (Objects.equals(subject, shown)) {
            pane.show(content);
        } else {
            workbench.tasks().background(content::close);
        }
    }

    private void goTo(Moments.Clicked clicked) {
        Subject subject = shown;
        if (subject != null && clicked.chart().shows(subject.data()) && pane.getScene() != null) {
            pane.goTo(clicked.timeNs(), true);
        }
    }

    /// Reads nothing more.
    void close() {
        workbench.tasks().cancel(lane);
        following.unsubscribe();
        pane.close();
    }
}
