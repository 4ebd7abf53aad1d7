package ai.backtestr.desktop.workspace;

import ai.backtestr.data.store.PagesProgress;
import ai.backtestr.data.store.QualityReport;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.StoredImport;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.bar.Timeframe;
import java.util.ArrayList;
import java.util.List;

/// Where stored data stands out, and which rows of its imports were not taken.
///
/// @param report what stands out in what is stored now
/// @param rejections the rejected rows kept of its imports, the first import first
/// @param rejected how many rows were rejected
/// @param outOfOrder how many rows stood below a later one; they were sorted by time
public record DataQuality(QualityReport report, List<Rejection> rejections, long rejected, long outOfOrder) {
    public DataQuality {
        rejections = List.copyOf(rejections);
    }

    /// Looks at all of it. Waits for the disk.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` asked to stop
    static DataQuality of(TickStore store, StoredData data, PagesProgress progress) {
        String symbol = data.instrument().symbol();
        Timeframe recorded = data.recorded();
        boolean isTicks = recorded == null;
        List<StoredImport> imports =
                isTicks ? store.imports(symbol) : store.bars().imports(symbol);
        List<Rejection> rejections = new ArrayList<>();
        long rejected = 0;
        long outOfOrder = 0;
        for (StoredImport made : imports) {
            rejected += made.tally().rejected();
            outOfOrder += made.tally().outOfOrder();
            rejections.addAll(isTicks ? store.rejections(made) : store.bars().rejections(made));
        }
        QualityReport report =
                recorded == null ? store.report(symbol, progress) : store.bars().report(symbol, recorded, progress);
        return new DataQuality(report, rejections, rejected, outOfOrder);
    }
}
