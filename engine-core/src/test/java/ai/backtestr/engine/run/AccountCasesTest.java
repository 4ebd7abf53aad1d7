package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.AccountTerms;
import ai.backtestr.engine.account.MarginEvent;
import ai.backtestr.engine.account.SwapModel;
import ai.backtestr.engine.currency.ConversionRule;
import ai.backtestr.engine.currency.FixedRate;
import ai.backtestr.engine.instrument.ContractTerms;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Rejection;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.time.Times;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each line of `account-cases.txt`; how they are written stands at the top of that file.
class AccountCasesTest {
    private static final long START_NS = Times.parse("2024-03-05T12:00");
    private static final long HOUR_NS = 3600 * Times.SECOND_NS;

    /// One line.
    record Line(OrderCase order, List<String> instruments) {
        String setting(String key, String otherwise) {
            return order.setting(key, otherwise);
        }

        @Override
        public String toString() {
            return order.name();
        }
    }

    static Stream<Line> cases() throws IOException {
        try (InputStream in = AccountCasesTest.class.getResourceAsStream("account-cases.txt")) {
            byte[] text = Objects.requireNonNull(in).readAllBytes();
            return new String(text, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AccountCasesTest::line);
        }
    }

    /// The columns are those of order cases, with one for the instruments after that for the settings.
    private static Line line(String text) {
        List<String> cells = new ArrayList<>(Arrays.asList(text.split("\\|", -1)));
        List<String> instruments = List.of(cells.remove(2).trim().split(" +", -1));
        return new Line(OrderCase.read(String.join("|", cells)).getFirst(), instruments);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldComeToWhatWasWorkedOutByHand(Line line) {
        OrderCase one = line.order();
        Case made = new Case(line);
        BacktestResult result = made.run();
        Map<String, String> figures = made.figures(result);
        List<String> fills = result.fills().stream()
                .map(fill -> "#" + fill.orderId() + " " + fill.quantity() + "x"
                        + result.instrumentOf(fill.orderId()).formatPrice(fill.price()) + "@" + second(fill.timeNs())
                        + " fee " + plain(fill.fee()))
                .toList();
        assertThat(fills)
                .as(one.because())
                .isEqualTo(one.expected().stream()
                        .filter(text -> text.matches("#\\d+ \\d+x.*"))
                        .toList());
        for (String expected : one.expected()) {
            if (!expected.matches("#\\d+ \\d+x.*")) {
                int equals = expected.indexOf('=');
                String name = expected.substring(0, equals);
                assertThat(figures.get(name))
                        .as("%s: %s", name, one.because())
                        .isEqualTo(expected.substring(equals + 1));
            }
        }
    }

    private static String plain(long amount) {
        BigDecimal decimal = Money.toDecimal(amount).stripTrailingZeros();
        return decimal.signum() == 0 ? "0" : decimal.toPlainString();
    }

    private static long second(long timeNs) {
        return (timeNs - START_NS) / Times.SECOND_NS;
    }

    /// A case made ready to run.
    private static final class Case {
        private final OrderCase one;
        private final List<String> symbols = new ArrayList<>();
        private final List<Instrument> instruments = new ArrayList<>();
        private final List<List<Tick>> ticks = new ArrayList<>();
        private int traded;

        Case(Line line) {
            this.one = line.order();
            for (String text : line.instruments()) {
                boolean rate = text.startsWith("~");
                String symbol = text.substring(rate ? 1 : 0, text.indexOf(':'));
                traded += rate ? 0 : 1;
                symbols.add(symbol);
                int scale = Integer.parseInt(text.substring(text.indexOf(':') + 1));
                instruments.add(new Instrument(symbol, scale, 0, symbol.substring(3), TradingCalendar.FOREX)
                        .withContract(ContractTerms.plain(symbol.substring(0, 3))));
                ticks.add(new ArrayList<>());
            }
            addTicks();
        }

        private void addTicks() {
            long timeNs = START_NS;
            for (String text : one.ticks()) {
                String quote = text.substring(text.indexOf(':') + 1);
                if (text.startsWith("@+")) {
                    timeNs += Long.parseLong(text.substring(2, text.indexOf(':'))) * HOUR_NS;
                } else if (text.startsWith("@")) {
                    timeNs = START_NS + Long.parseLong(text.substring(1, text.indexOf(':'))) * Times.SECOND_NS;
                } else {
                    timeNs += Times.SECOND_NS;
                }
                String symbol = quote.substring(0, quote.indexOf('='));
                String[] prices = quote.substring(quote.indexOf('=') + 1).split("/", 2);
                int index = symbols.indexOf(symbol);
                int scale = instruments.get(index).priceScale();
                ticks.get(index)
                        .add(RecordedTicks.quote(
                                timeNs,
                                FixedPoint.parse(prices[0], scale),
                                FixedPoint.parse(prices[prices.length - 1], scale)));
            }
        }

        BacktestResult run() {
            SwapModel swap = swap();
            AccountTerms terms = AccountTerms.DEFAULT
                    .withMode(AccountMode.valueOf(one.setting("mode", "netting").toUpperCase(Locale.ROOT)))
                    .withMarginLevels(
                            new BigDecimal(one.setting("call", "0")), new BigDecimal(one.setting("stopout", "0")))
                    .withSwap(swap);
            StrategyDefinition definition = new StrategyDefinition(
                            "planned", "Planned", "Planned.", List.of(), values -> new Planned(one.actions(), symbols))
                    .trading(traded);
            CommissionModel commission =
                    CommissionModel.parse(one.setting("commission", "none").replace('_', ' '));
            BacktestSpec spec = BacktestSpec.of(definition, Map.of())
                    .withCash(Money.parse(one.setting("cash", "100000")), new BigDecimal(one.setting("leverage", "10")))
                    .withCommission(commission)
                    .withAccount(terms);
            List<FixedRate> rates = Arrays.stream(one.setting("rate", "").split(",", -1))
                    .filter(text -> !text.isEmpty())
                    .map(FixedRate::parse)
                    .toList();
            InstrumentTerms plain = new InstrumentTerms(commission, ExecutionModel.DEFAULT, swap);
            PortfolioSpec several = new PortfolioSpec(
                    spec,
                    one.setting("currency", "USD"),
                    one.setting("rule", "taker").equals("mid") ? ConversionRule.MID : ConversionRule.TAKER,
                    rates,
                    Stream.generate(() -> plain).limit(traded - 1).toList());
            List<RecordedTicks> sources = new ArrayList<>();
            for (int i = 0; i < symbols.size(); i++) {
                sources.add(new RecordedTicks(instruments.get(i), ticks.get(i)));
            }
            return new PortfolioBacktest(several, sources.subList(0, traded), sources.subList(traded, sources.size()))
                    .run()
                    .orElseThrow();
        }

        private SwapModel swap() {
            String[] parts = one.setting("swap", "none").split(":", -1);
            return parts[0].equals("none")
                    ? new SwapModel.None()
                    : new SwapModel.PerUnit(new BigDecimal(parts[1]), new BigDecimal(parts[2]), null);
        }

        Map<String, String> figures(BacktestResult result) {
            Map<String, String> figures = new TreeMap<>();
            Portfolio portfolio = Objects.requireNonNull(result.portfolio());
            long open = 0;
            for (Portfolio.Traded one : portfolio.instruments()) {
                open += one.openProfit();
                figures.put("open." + one.instrument().symbol(), plain(one.openProfit()));
                figures.put("position." + one.instrument().symbol(), Long.toString(one.position()));
            }
            figures.put("equity", plain(result.equity().last()));
            figures.put("balance", plain(result.equity().last() - open));
            figures.put("drawdown", plain(result.equity().maxDrawdown()));
            figures.put(
                    "profits",
                    result.trades().stream().map(trade -> plain(trade.profit())).collect(Collectors.joining(",")));
            figures.put("fees", figure(result, "fees"));
            figures.put("swap", figure(result, "swap"));
            if (!result.marginEvents().isEmpty()) {
                figures.put("margin", plain(result.marginEvents().getLast().usedMargin()));
            }
            figures.put(
                    "events",
                    result.marginEvents().stream()
                            .map(event -> (event.kind() == MarginEvent.Kind.STOP_OUT ? "out " : "call ")
                                    + second(event.timeNs()))
                            .collect(Collectors.joining(",")));
            figures.put(
                    "cancelled",
                    result.orders().stream()
                            .filter(life -> life.status() == OrderEvent.Kind.CANCELLED)
                            .map(life -> "#" + life.order().id())
                            .collect(Collectors.joining(",")));
            figures.put("rejected", rejected(result));
            return figures;
        }

        private static String figure(BacktestResult result, String id) {
            return Objects.requireNonNull(result.statistics().get(id).value())
                    .stripTrailingZeros()
                    .toPlainString();
        }

        /// Of the reason so much as the case expects.
        private String rejected(BacktestResult result) {
            String expected = one.expected().stream()
                    .filter(text -> text.startsWith("rejected="))
                    .findFirst()
                    .orElse("");
            List<String> texts = new ArrayList<>();
            for (Rejection rejection : result.rejections()) {
                String words = expected.replaceAll("^[^']*'|'$", "");
                String reason = !words.isEmpty() && rejection.reason().contains(words) ? words : rejection.reason();
                texts.add("#" + rejection.order().id() + " '" + reason + "'");
            }
            return String.join(",", texts);
        }
    }

    /// Does what the case says.
    private static final class Planned implements Strategy {
        private final List<String> actions;
        private final List<String> symbols;
        private int tick;

        Planned(List<String> actions, List<String> symbols) {
            this.actions = actions;
            this.symbols = symbols;
        }

        @Override
        public void prepare(StrategySetup setup) {
            for (int i = 0; i < setup.instruments(); i++) {
                setup.of(i).listenToTicks();
            }
        }

        @Override
        public void onTick(StrategyContext context) {
            tick++;
            for (String action : actions) {
                if (action.startsWith(tick + ":")) {
                    act(action.substring(action.indexOf(':') + 1).split(" ", -1), context);
                }
            }
        }

        private void act(String[] words, StrategyContext context) {
            if (words[0].equals("close")) {
                close(words, context.of(symbols.indexOf(words[1])));
                return;
            }
            long quantity = Long.parseLong(words[1]);
            StrategyContext of = context.of(symbols.indexOf(words[2]));
            if (words[0].equals("buy")) {
                of.buy(quantity);
            } else {
                of.sell(quantity);
            }
        }

        private static void close(String[] words, StrategyContext of) {
            if (words.length == 2) {
                of.closeAll();
                return;
            }
            long ticket = Long.parseLong(words[2]);
            of.positions().stream()
                    .filter(open -> open.ticket() == ticket)
                    .forEach(open -> of.submit(
                            OrderRequest.market(open.side() == Side.BUY ? Side.SELL : Side.BUY, open.quantity())
                                    .closing(ticket)));
        }
    }
}
