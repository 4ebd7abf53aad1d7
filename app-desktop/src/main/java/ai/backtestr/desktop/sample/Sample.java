package ai.backtestr.desktop.sample;

import ai.backtestr.data.imports.ImportReport;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import java.util.Map;

/// Recorded ticks to begin with: 100 000 trades of BTC/USD on Bitstamp, 2013-11-25 to 2013-12-01.
///
/// The file is a resource of a published artifact; it is not part of this program's own jars.
public final class Sample {
    /// The symbol the sample is stored under.
    public static final String SYMBOL = "BTCUSD";

    private static final String FILE = "bitstamp_trades_from_20131125_usd.csv";

    private Sample() {}

    /// Stores the sample, unless it is stored already.
    public static BackgroundTask<ImportReport> loadInto(Workspace workspace) {
        return new BackgroundTask<>("Loading the sample", control -> {
            try (UnpackedFile unpacked = UnpackedFile.of(FILE)) {
                BackgroundTask<ImportReport> importing = workspace.storing().importing(unpacked.path(), SYMBOL);
                control.reportFrom(importing::progress);
                control.onCancel(importing::cancel);
                return importing.run();
            }
        });
    }

    /// Returns the backtest to show the sample with.
    ///
    /// @param loaded what [#loadInto] returned
    public static BacktestRequest backtest(ImportReport loaded) {
        Map<String, String> parameters = Map.of("fast", "12", "slow", "26", "timeframe", "15m", "quantity", "5");
        BacktestSpec spec = BacktestSpec.of(BuiltInStrategies.named("ema-cross"), parameters)
                .withCommission(CommissionModel.parse("0.1%"));
        // Further ticks of the symbol, which the user may have imported since, are not the sample's.
        TimeRange range =
                new TimeRange(loaded.stored().firstNs(), loaded.stored().lastNs() + 1);
        return new BacktestRequest(SYMBOL, range, spec);
    }
}
