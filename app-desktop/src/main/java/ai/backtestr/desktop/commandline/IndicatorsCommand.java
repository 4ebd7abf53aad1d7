package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.workspace.BarRequest;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.IndicatorSpec;
import ai.backtestr.engine.instrument.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints values of indicators, or which there are.
@Command(
        name = "indicators",
        description = {
            "Prints values of indicators on bars built from the ticks of an instrument, one row a bar.",
            "Without SYMBOL it lists the indicators with their parameters, defaults and ranges."
        })
final class IndicatorsCommand implements Runnable {
    private final CommandSession session;

    @Parameters(arity = "0..1", paramLabel = "SYMBOL", description = "Instrument, as 'backtestr symbols' lists it.")
    private @Nullable String symbol;

    @Option(names = "--timeframe", paramLabel = "BARS", description = TimeframeText.DESCRIPTION)
    private @Nullable Timeframe timeframe;

    @Option(
            names = "--indicator",
            split = ",",
            paramLabel = "NAME[:VALUE]...[@PRICE]",
            description = {
                "Indicators, with commas between: rsi:14,macd:12:26:9,sma:20@hl2. Values left out have their defaults;",
                "PRICE is open, high, low, close, hl2, hlc3 or ohlc4. It can be given several times."
            })
    private List<IndicatorSpec> indicators = new ArrayList<>();

    @Option(
            names = "--price",
            paramLabel = "PRICE",
            description =
                    "What bars are made of: bid, ask, mid or trade; otherwise trades if there are any, else bids.")
    private @Nullable BarPrice price;

    @Mixin
    private RecordedOption recorded = new RecordedOption();

    @Mixin
    private RangeOptions range = new RangeOptions();

    @Option(names = "--list", description = "List the indicators.")
    private boolean list;

    @ArgGroup
    private @Nullable RowForm form;

    @Spec
    private @Nullable CommandSpec command;

    IndicatorsCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (list || (symbol == null && indicators.isEmpty())) {
            print(new IndicatorCatalogueRows());
        } else {
            printValues(request());
        }
    }

    private BarRequest request() {
        if (symbol == null) {
            throw Usage.wrong(command, "--indicator needs a SYMBOL, as 'backtestr symbols' lists them");
        }
        if (timeframe == null) {
            throw Usage.wrong(command, "SYMBOL needs --timeframe, like --timeframe 1d");
        }
        if (indicators.isEmpty()) {
            throw Usage.wrong(command, "SYMBOL needs --indicator, like --indicator rsi:14; --list names them all");
        }
        return new BarRequest(symbol, range.range(), price, timeframe, recorded.length());
    }

    private void printValues(BarRequest request) {
        try (Workspace workspace = session.openWorkspace()) {
            BarSeries bars = session.complete(workspace.bars(request));
            TradingCalendar calendar =
                    workspace.stored(request.symbol()).instrument().calendar();
            print(new IndicatorRows(bars, indicators, calendar));
        }
    }

    private void print(TextRows rows) {
        if (form != null && form.json) {
            rows.printJson(session.terminal());
        } else if (form != null && form.csv) {
            rows.printCsv(session.terminal());
        } else {
            rows.printTable(session.terminal());
        }
    }
}
