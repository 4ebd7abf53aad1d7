package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.account.AccountTerms;
import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.order.SlippageModel;
import ai.backtestr.engine.order.SpreadModel;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.testing.RecordedBars;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What orders do on bars by each path assumption, line by line in `bar-fill-cases.txt`, where every expected value
/// was worked out by hand.
class BarFillCasesTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 0, 0, "USD", TradingCalendar.ALWAYS_OPEN);
    private static final long DAY_NS = Timeframe.ONE_DAY.lengthNs();

    record Case(String why, String settings, String orders, String bars, PathAssumption path, String expected) {
        @Override
        public String toString() {
            return path + ": " + why;
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream file = BarFillCasesTest.class.getResourceAsStream("bar-fill-cases.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] cells = line.split("\\|", -1);
                        assertThat(cells).as(line).hasSize(7);
                        for (PathAssumption path : PathAssumption.values()) {
                            String expected = cells[column(path)].strip();
                            cases.add(new Case(
                                    cells[0].strip(),
                                    cells[1].strip(),
                                    cells[2].strip(),
                                    cells[3].strip(),
                                    path,
                                    expected.equals("=") ? cells[4].strip() : expected));
                        }
                    });
        }
        assertThat(cases).hasSizeGreaterThan(150);
        return cases;
    }

    private static int column(PathAssumption path) {
        return switch (path) {
            case NEAREST -> 4;
            case PESSIMISTIC -> 5;
            case OPTIMISTIC -> 6;
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void shouldDoWhatTheLineSays(Case test) {
        List<Bar> bars = bars(test.bars());
        StrategyDefinition strategy = new StrategyDefinition(
                "orders", "Orders", "Places the orders of a line.", List.of(), values -> new Orders(test.orders()));
        BacktestSpec spec = BacktestSpec.of(strategy, Map.of())
                .withCash(BacktestSpec.DEFAULT_CASH, BigDecimal.TEN)
                .withExecution(execution(test.settings()))
                .withAccount(AccountTerms.DEFAULT);

        BacktestResult result = new BarBacktest(
                        spec, new RecordedBars(INSTRUMENT, Timeframe.ONE_DAY, bars), test.path())
                .run()
                .orElseThrow();

        List<String> fills = result.fills().stream().map(BarFillCasesTest::text).toList();
        BarDataRun barData = Objects.requireNonNull(result.barData());
        String happened = String.join(", ", fills) + (fills.isEmpty() ? "*" : " *") + barData.dependentFills();
        assertThat(happened).as(test.toString()).isEqualTo(test.expected());
        assertThat(result.rejections()).isEmpty();
    }

    private static String text(Fill fill) {
        return fill.timeNs() / DAY_NS + " " + fill.side().toString().toLowerCase(Locale.ROOT) + " " + fill.price();
    }

    private static List<Bar> bars(String text) {
        List<Bar> bars = new ArrayList<>(List.of(RecordedBars.bar(0, 100, 100, 100, 100)));
        for (String bar : text.split(";", -1)) {
            String[] prices = bar.strip().split(" ", -1);
            bars.add(RecordedBars.bar(
                    bars.size() * DAY_NS,
                    Long.parseLong(prices[0]),
                    Long.parseLong(prices[1]),
                    Long.parseLong(prices[2]),
                    Long.parseLong(prices[3])));
        }
        return bars;
    }

    private static ExecutionModel execution(String settings) {
        String[] words = settings.split(" ", -1);
        return switch (words[0]) {
            case "" -> ExecutionModel.DEFAULT;
            case "through" -> ExecutionModel.DEFAULT.withLimitFill(ExecutionModel.LimitFill.THROUGH);
            case "spread" -> ExecutionModel.DEFAULT.withSpread(new SpreadModel.Fixed(Long.parseLong(words[1])));
            case "slippage" -> ExecutionModel.DEFAULT.withSlippage(new SlippageModel.Fixed(Long.parseLong(words[1])));
            default -> throw new IllegalArgumentException(settings);
        };
    }

    /// Places all orders of a line on the close of the first bar.
    private static final class Orders implements Strategy {
        private final String text;

        Orders(String text) {
            this.text = text;
        }

        @Override
        public void prepare(StrategySetup setup) {
            setup.bars(Timeframe.ONE_DAY);
        }

        @Override
        public void onBar(BarSeries bars, StrategyContext context) {
            if (bars.count() > 1) {
                return;
            }
            for (String order : text.split(",", -1)) {
                place(order.strip().split(" ", -1), context);
            }
        }

        private static void place(String[] words, StrategyContext context) {
            int last = words.length - 1;
            switch (words[0]) {
                case "bracket" ->
                    context.bracket(request(words, 1), Long.parseLong(words[last - 1]), Long.parseLong(words[last]));
                case "oco" -> context.submitOneCancelsOther(List.of(request(words, 1), request(words, 3)));
                default -> context.submit(request(words, 0));
            }
        }

        private static OrderRequest request(String[] words, int at) {
            String[] name = words[at].split("-", 2);
            Side side = words[at].contains("buy") ? Side.BUY : Side.SELL;
            long price = words.length > at + 1 ? Long.parseLong(words[at + 1]) : 0;
            if (name[0].equals("trail")) {
                return OrderRequest.trailingStop(side, 1, price);
            }
            return switch (name.length == 1 ? "market" : name[1]) {
                case "market" -> OrderRequest.market(side, 1);
                case "open" -> OrderRequest.marketOnOpen(side, 1);
                case "close" -> OrderRequest.marketOnClose(side, 1);
                case "close-day" -> OrderRequest.marketOnClose(side, 1).day();
                case "limit" -> OrderRequest.limit(side, 1, price);
                case "limit-ioc" -> OrderRequest.limit(side, 1, price).immediateOrCancel();
                case "limit-day" -> OrderRequest.limit(side, 1, price).day();
                case "stop" -> OrderRequest.stop(side, 1, price);
                case "touch" -> OrderRequest.marketIfTouched(side, 1, price);
                case "stop-limit" -> OrderRequest.stopLimit(side, 1, price, Long.parseLong(words[at + 2]));
                default -> throw new IllegalArgumentException(words[at]);
            };
        }
    }
}
