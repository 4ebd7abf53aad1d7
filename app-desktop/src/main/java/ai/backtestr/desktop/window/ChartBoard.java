package ai.backtestr.desktop.window;

import ai.backtestr.desktop.layout.BoardState;
import ai.backtestr.desktop.layout.ChartState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A tab with 1, 2, 4 or 6 charts. They are made when the tab is first on top.
///
/// Threads: belongs to the FX thread.
final class ChartBoard {
    private static final int IN_TWO_ROWS = 4;

    private final String id;
    private final Function<ChartModel, ChartPane> paneOf;
    private final List<ChartModel> models = new ArrayList<>();
    private final List<ChartPane> panes = new ArrayList<>();
    private final StackPane area = new StackPane();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private String ownTitle;
    private ChartModel last;
    private Subscription titles = Subscription.EMPTY;
    private boolean made;

    /// @param title what the user called it; empty for the names of its instruments
    /// @param models its charts
    /// @param paneOf makes what shows a chart
    ChartBoard(String id, String title, List<ChartModel> models, Function<ChartModel, ChartPane> paneOf) {
        this.id = id;
        this.paneOf = paneOf;
        ownTitle = title;
        this.models.addAll(models);
        last = models.getFirst();
        followTitles();
    }

    private void followTitles() {
        titles.unsubscribe();
        titles = Subscription.EMPTY;
        for (ChartModel model : models) {
            titles = titles.and(model.instrument().subscribe(this::showTitle))
                    .and(model.timeframe().subscribe(this::showTitle));
        }
        showTitle();
    }

    private void showTitle() {
        String symbols = models.stream()
                .map(ChartModel::instrument)
                .map(data -> data.get())
                .filter(Objects::nonNull)
                .map(data -> data.instrument().symbol())
                .distinct()
                .collect(Collectors.joining(", "));
        String bars =
                models.size() == 1 ? " " + models.getFirst().timeframe().get() : " · " + models.size() + " charts";
        String byInstrument = symbols.isEmpty() ? "Chart" : symbols + bars;
        title.set(ownTitle.isEmpty() ? byInstrument : ownTitle);
    }

    /// Calls it by a name of the user's; by none, it goes by its instruments again.
    void rename(String text) {
        ownTitle = text.strip();
        showTitle();
    }

    /// Returns the charts, side by side.
    Node content() {
        if (!made) {
            made = true;
            models.forEach(model -> panes.add(paneOf.apply(model)));
            arrange();
        }
        return area;
    }

    private void arrange() {
        panes.forEach(pane -> pane.getStyleClass().remove("one-of-many"));
        if (panes.size() > 1) {
            panes.forEach(pane -> pane.getStyleClass().add("one-of-many"));
        }
        if (panes.size() >= IN_TWO_ROWS) {
            int half = panes.size() / 2;
            SplitPane rows = new SplitPane(row(panes.subList(0, half)), row(panes.subList(half, panes.size())));
            rows.setOrientation(Orientation.VERTICAL);
            area.getChildren().setAll(rows);
        } else {
            area.getChildren().setAll(row(panes));
        }
    }

    private static Node row(List<ChartPane> panes) {
        if (panes.size() == 1) {
            return panes.getFirst();
        }
        SplitPane row = new SplitPane(panes.toArray(Node[]::new));
        for (int i = 0; i < panes.size() - 1; i++) {
            row.setDividerPosition(i, (i + 1.0) / panes.size());
        }
        return row;
    }

    /// Has these charts in place of those before, as far as they are others.
    ///
    /// @return the panes that are shown no more
    List<ChartPane> show(List<ChartModel> now) {
        List<ChartPane> gone =
                panes.stream().filter(pane -> !now.contains(pane.model())).toList();
        models.clear();
        models.addAll(now);
        if (!models.contains(last)) {
            last = models.getFirst();
        }
        if (made) {
            panes.removeAll(gone);
            now.stream()
                    .filter(model -> panes.stream().noneMatch(pane -> pane.model() == model))
                    .forEach(model -> panes.add(paneOf.apply(model)));
            arrange();
        }
        followTitles();
        return gone;
    }

    /// Takes in which chart is active.
    void activated(ChartModel active) {
        if (models.contains(active)) {
            last = active;
        }
        panes.forEach(pane -> pane.mark(pane.model() == active));
    }

    /// Returns the chart that was active last.
    ChartModel last() {
        return last;
    }

    @Nullable
    ChartPane pane(ChartModel model) {
        return panes.stream().filter(pane -> pane.model() == model).findFirst().orElse(null);
    }

    List<ChartModel> models() {
        return List.copyOf(models);
    }

    List<ChartPane> panes() {
        return List.copyOf(panes);
    }

    String id() {
        return id;
    }

    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    String ownTitle() {
        return ownTitle;
    }

    /// Returns it as it is kept.
    BoardState state() {
        return new BoardState(id, ownTitle, models.stream().map(this::stateOf).toList());
    }

    private ChartState stateOf(ChartModel model) {
        ChartPane pane = pane(model);
        ChartState kept = model.kept();
        return pane == null ? kept == null ? ChartState.EMPTY : kept : pane.state();
    }

    /// Ends it.
    void release() {
        titles.unsubscribe();
        panes.forEach(ChartPane::release);
    }
}
