package ai.backtestr.desktop.window;

import ai.backtestr.data.cache.TickPages;
import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.table.NumberContent;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.BarRequest;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import org.jspecify.annotations.Nullable;

/// Opens the ticks and bars that tables show. Any thread.
///
/// @param workspace where they are stored
record MarketTables(Workspace workspace) {
    /// Opens all ticks of an instrument; segments that are missing are made first.
    BackgroundTask<NumberContent> ticks(String symbol) {
        return new BackgroundTask<>(
                "Opening the ticks of " + symbol, control -> NumberContent.ticks(workspace.pages(symbol, control)));
    }

    /// Opens bars: as they are stored where ticks of one kind are and the timeframe divides the day, else made
    /// first.
    BackgroundTask<NumberContent> bars(StoredData data, Timeframe timeframe) {
        String symbol = data.instrument().symbol();
        return new BackgroundTask<>("Opening the " + timeframe + " bars of " + symbol, control -> {
            boolean isStored = data.recorded() == null && !timeframe.heikinAshi() && StoredHistory.shows(timeframe);
            NumberContent stored = isStored ? storedBars(workspace.pages(symbol, control), timeframe) : null;
            if (stored != null) {
                return stored;
            }
            BarRequest request = new BarRequest(symbol, TimeRange.ALL, null, timeframe, data.recorded());
            BackgroundTask<BarSeries> making = workspace.bars(request);
            control.onCancel(making::cancel);
            control.reportFrom(making::progress);
            return NumberContent.bars(making.run());
        });
    }

    private static @Nullable NumberContent storedBars(TickPages pages, Timeframe timeframe) {
        if (!StoredHistory.isOfOneKind(pages)) {
            pages.close();
            return null;
        }
        try {
            return NumberContent.bars(pages, timeframe);
        } catch (IllegalArgumentException e) {
            pages.close();
            throw new ProblemException(String.valueOf(e.getMessage()), e);
        }
    }
}
