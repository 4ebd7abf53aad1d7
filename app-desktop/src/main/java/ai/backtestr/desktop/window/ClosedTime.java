package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.settings.ChartSettings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.CheckMenuItem;
import org.jspecify.annotations.Nullable;

/// Whether a chart gives room to the time that the market is closed. Bars that are made in memory stand side by
/// side in any case.
///
/// Threads: belongs to the FX thread.
final class ClosedTime {
    private final ChartModel model;
    private final BooleanProperty shown = new SimpleBooleanProperty();

    ClosedTime(ChartModel model) {
        this.model = model;
    }

    /// Calls `listener` when it changes.
    void onChange(Runnable listener) {
        shown.subscribe((before, now) -> listener.run());
    }

    boolean isShown() {
        return shown.get();
    }

    /// Gives it room, or takes that away.
    void change() {
        shown.set(!shown.get());
    }

    /// Returns an item of a menu that does so.
    CheckMenuItem item() {
        CheckMenuItem item = new CheckMenuItem("Closed time");
        item.setId("closed-time");
        item.setSelected(shown.get());
        item.setDisable(!StoredHistory.shows(model.timeframe().get())
                || model.tickHistory().get() == null);
        item.setOnAction(event -> shown.set(item.isSelected()));
        return item;
    }

    /// Shows it as it was kept.
    void recall(@Nullable String kept) {
        shown.set(ChartSettings.ALL_TIME.equals(kept));
    }

    /// Returns what is to be kept.
    @Nullable
    String kept() {
        return shown.get() ? ChartSettings.ALL_TIME : null;
    }
}
