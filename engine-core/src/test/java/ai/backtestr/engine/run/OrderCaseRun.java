package ai.backtestr.engine.run;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.AccountTerms;
import ai.backtestr.engine.account.SwapModel;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.ContractTerms;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.AtrRange;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.LatencyModel;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderChange;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.QueueModel;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.order.SlippageModel;
import ai.backtestr.engine.order.SpreadModel;
import ai.backtestr.engine.order.Trail;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs a line of `order-cases.txt` and writes what happened the way the line writes what it expects.
final class OrderCaseRun implements Strategy {
    private final OrderCase test;
    private final Instrument instrument;
    private final long baseNs;
    private final List<String> happened = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private int tick;
    private @Nullable Fill lastFill;
    private @Nullable BacktestResult result;

    OrderCaseRun(OrderCase test) {
        this.test = test;
        instrument = new Instrument(
                        "TEST",
                        Integer.parseInt(test.setting("scale", "0")),
                        Integer.parseInt(test.setting("qscale", "0")),
                        "USD",
                        calendar(test))
                .withContract(contract(test));
        baseNs = Times.parse(test.setting("start", "2024-03-05T12:00"));
    }

    private static TradingCalendar calendar(OrderCase test) {
        TradingCalendar calendar = TradingCalendar.of(test.setting("calendar", "24x7"));
        String zone = test.setting("zone", "");
        return zone.isEmpty() ? calendar : calendar.inZone(ZoneId.of(zone));
    }

    private static ContractTerms contract(OrderCase test) {
        return ContractTerms.plain("TEST")
                .withContractSize(new BigDecimal(test.setting("contract", "1")))
                .withTickSize(Long.parseLong(test.setting("tick", "1")))
                .withQuantities(Long.parseLong(test.setting("step", "1")), Long.parseLong(test.setting("least", "1")));
    }

    /// Returns what happened, in order.
    List<String> run(int batchTicks) {
        StrategyDefinition definition = new StrategyDefinition("case", "Case", "A case.", List.of(), values -> this);
        BacktestSpec spec = BacktestSpec.of(definition, Map.of())
                .withCash(Money.parse(test.setting("cash", "1000000")), new BigDecimal(test.setting("leverage", "1")))
                .withCommission(
                        CommissionModel.parse(test.setting("commission", "none").replace('_', ' ')))
                .withExecution(execution())
                .withAccount(terms());
        result = new Backtest(spec, new RecordedTicks(instrument, ticks()), batchTicks)
                .run()
                .orElseThrow();
        return happened;
    }

    String hash() {
        return Objects.requireNonNull(result).resultHash();
    }

    /// Returns the reasons given for what happened; empty where there was none.
    List<String> reasons() {
        return reasons;
    }

    /// Returns the figure called `name` as the case writes it.
    String figure(String name) {
        BacktestResult run = Objects.requireNonNull(result);
        return switch (name) {
            case "gaps" -> run.gaps().fillsWithoutSlippage() + "," + run.gaps().ordersWithoutQueue();
            case "position" -> instrument.formatQuantity(run.position());
            case "equity" -> plain(run.equity().last());
            case "fees", "swap", "slippage", "openProfit" ->
                plain(Money.round(
                        Objects.requireNonNull(run.statistics().get(name).value())));
            case "profits" ->
                run.trades().stream().map(trade -> plain(trade.profit())).collect(Collectors.joining(","));
            case "open" ->
                run.orders().stream()
                        .filter(life -> life.isOpen())
                        .map(life -> "#" + life.order().id())
                        .collect(Collectors.joining(","));
            case "margin" ->
                run.marginEvents().stream()
                        .map(event -> event.kind() + "@" + time(event.timeNs()))
                        .collect(Collectors.joining(","));
            default -> throw new IllegalArgumentException("no figure is called " + name);
        };
    }

    private static String plain(long money) {
        return Money.toDecimal(money).stripTrailingZeros().toPlainString();
    }

    private ExecutionModel execution() {
        ExecutionModel model = ExecutionModel.DEFAULT
                .withSlippage(slippage(test.setting("slip", "none")))
                .withSpread(spread(test.setting("spread", "data")))
                .withLatency(latency(test.setting("latency", "0")));
        String limit = test.setting("limit", "touch");
        if (limit.startsWith("queue:")) {
            QueueModel queue = QueueModel.parse(limit.substring("queue:".length()));
            model = model.withLimitFill(new ExecutionModel.LimitFill.InQueue(queue));
        } else if (limit.equals("through")) {
            model = model.withLimitFill(ExecutionModel.LimitFill.THROUGH);
        }
        if (test.setting("size", "any").equals("quoted")) {
            model = model.withLiquidity(ExecutionModel.Liquidity.QUOTED_SIZE);
        }
        String silence = test.setting("silence", "");
        return silence.isEmpty() ? model : model.withLongestSilence(seconds(silence));
    }

    private SlippageModel slippage(String text) {
        String[] parts = text.split(":", -1);
        return switch (parts[0]) {
            case "none" -> new SlippageModel.None();
            case "fixed" -> new SlippageModel.Fixed(Long.parseLong(parts[1]));
            case "volume" -> new SlippageModel.VolumeShare(new BigDecimal(parts[1]));
            case "atr" -> new SlippageModel.AtrShare(new BigDecimal(parts[1]), range());
            default -> throw new IllegalArgumentException(text);
        };
    }

    private AtrRange range() {
        String[] parts = test.setting("atr", "1s:2").split(":", -1);
        return new AtrRange(Timeframe.parse(parts[0]), Integer.parseInt(parts[1]));
    }

    private static SpreadModel spread(String text) {
        String[] parts = text.split(":", -1);
        return switch (parts[0]) {
            case "data" -> new SpreadModel.FromData();
            case "fixed" -> new SpreadModel.Fixed(Long.parseLong(parts[1]));
            case "times" -> new SpreadModel.Times(new BigDecimal(parts[1]));
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static LatencyModel latency(String text) {
        return LatencyModel.fixed(seconds(text));
    }

    private AccountTerms terms() {
        AccountTerms terms = AccountTerms.DEFAULT.withMarginLevels(
                new BigDecimal(test.setting("call", "0")), new BigDecimal(test.setting("stopout", "0")));
        if (test.setting("mode", "netting").equals("hedging")) {
            terms = terms.withMode(AccountMode.HEDGING);
        }
        return terms.withSwap(swap(test.setting("swap", "none")));
    }

    private static SwapModel swap(String text) {
        String[] parts = text.split(":", -1);
        if (parts[0].equals("none")) {
            return new SwapModel.None();
        }
        BigDecimal longs = new BigDecimal(parts[1]);
        BigDecimal shorts = new BigDecimal(parts[2]);
        DayOfWeek triple = parts.length > 3 ? DayOfWeek.valueOf(parts[3].toUpperCase(Locale.ROOT)) : null;
        return parts[0].equals("unit")
                ? new SwapModel.PerUnit(longs, shorts, triple)
                : new SwapModel.YearlyPercent(longs, shorts, triple);
    }

    private List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        long timeNs = baseNs;
        for (String text : test.ticks()) {
            String prices = text;
            timeNs += Times.SECOND_NS;
            if (text.startsWith("@")) {
                int colon = text.indexOf(':');
                timeNs = baseNs + seconds(text.substring(1, colon));
                prices = text.substring(colon + 1);
            }
            ticks.add(tick(timeNs, prices));
        }
        return ticks;
    }

    private Tick tick(long timeNs, String text) {
        if (text.startsWith("t")) {
            byte taker = switch (text.charAt(text.length() - 1)) {
                case 'b' -> TickFlags.AGGRESSOR_BUY;
                case 's' -> TickFlags.AGGRESSOR_SELL;
                default -> 0;
            };
            String plain = taker == 0 ? text : text.substring(0, text.length() - 1);
            return RecordedTicks.trade(timeNs, priceOf(plain.substring(1)), sizeOf(plain), taker);
        }
        String[] sides = text.split("/", -1);
        return RecordedTicks.quote(timeNs, priceOf(sides[0]), priceOf(sides[1]), sizeOf(sides[0]), sizeOf(sides[1]));
    }

    private long priceOf(String side) {
        int x = side.indexOf('x');
        return price(x < 0 ? side : side.substring(0, x));
    }

    private long sizeOf(String side) {
        int x = side.indexOf('x');
        return x < 0 ? 0 : quantity(side.substring(x + 1));
    }

    private static long seconds(String text) {
        return FixedPoint.parse(text, 9);
    }

    private long price(String text) {
        return FixedPoint.parse(text, instrument.priceScale());
    }

    private long quantity(String text) {
        return FixedPoint.parse(text, instrument.quantityScale());
    }

    @Override
    public void prepare(StrategySetup setup) {
        setup.averageTrueRange(range().timeframe(), range().period());
        setup.listenToTicks();
    }

    @Override
    public void onTick(StrategyContext context) {
        tick++;
        for (String action : test.actions()) {
            String prefix = tick + ":";
            if (action.startsWith(prefix)) {
                act(action.substring(prefix.length()).trim(), context);
            }
        }
    }

    private void act(String action, StrategyContext context) {
        int space = action.indexOf(' ');
        String verb = space < 0 ? action : action.substring(0, space);
        String rest = space < 0 ? "" : action.substring(space + 1);
        switch (verb) {
            case "buy", "sell" -> context.submit(request(action));
            case "oco" -> context.submitOneCancelsOther(requests(rest));
            case "with" -> {
                List<OrderRequest> all = requests(rest);
                context.submitWithExits(all.getFirst(), all.subList(1, all.size()));
            }
            case "bracket" -> {
                String[] parts = rest.split("->", -1);
                String[] exits = parts[1].trim().split(" ", -1);
                context.bracket(request(parts[0].trim()), price(exits[0]), price(exits[1]));
            }
            case "cancel" -> context.cancel(id(rest));
            case "cancelall" -> context.cancelAll();
            case "closeall" -> context.closeAll();
            case "modify" -> {
                String[] parts = rest.split(" ", -1);
                context.modify(id(parts[0]), change(parts[1], parts[2]));
            }
            default -> throw new IllegalArgumentException(action);
        }
    }

    private OrderChange change(String what, String value) {
        return switch (what) {
            case "limit" -> OrderChange.limit(price(value));
            case "trigger" -> OrderChange.trigger(price(value));
            case "quantity" -> OrderChange.quantity(quantity(value));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static long id(String text) {
        return Long.parseLong(text.substring(1));
    }

    private List<OrderRequest> requests(String text) {
        return Arrays.stream(text.split("&", -1))
                .map(part -> request(part.trim()))
                .toList();
    }

    private OrderRequest request(String text) {
        Iterator<String> words = Arrays.asList(text.split(" ", -1)).iterator();
        Side side = Side.valueOf(words.next().toUpperCase(Locale.ROOT));
        long quantity = quantity(words.next());
        OrderRequest request = typed(words.next(), side, quantity, words);
        while (words.hasNext()) {
            request = flagged(request, words.next());
        }
        return request;
    }

    private OrderRequest typed(String type, Side side, long quantity, Iterator<String> words) {
        return switch (type) {
            case "market" -> OrderRequest.market(side, quantity);
            case "moo" -> OrderRequest.marketOnOpen(side, quantity);
            case "moc" -> OrderRequest.marketOnClose(side, quantity);
            case "limit" -> OrderRequest.limit(side, quantity, price(words.next()));
            case "stop" -> OrderRequest.stop(side, quantity, price(words.next()));
            case "stoplimit" -> OrderRequest.stopLimit(side, quantity, price(words.next()), price(words.next()));
            case "mit" -> OrderRequest.marketIfTouched(side, quantity, price(words.next()));
            case "lit" -> OrderRequest.limitIfTouched(side, quantity, price(words.next()), price(words.next()));
            case "trail" -> {
                String distance = words.next();
                yield distance.endsWith("%")
                        ? OrderRequest.trailingStopPercent(side, quantity, percent(distance))
                        : OrderRequest.trailingStop(side, quantity, trail(distance));
            }
            case "traillimit" ->
                OrderRequest.trailingStopLimit(side, quantity, trail(words.next()), price(words.next()));
            default -> throw new IllegalArgumentException(type);
        };
    }

    private Trail trail(String distance) {
        return distance.endsWith("atr")
                ? Trail.atr(range(), new BigDecimal(distance.substring(0, distance.length() - 3)))
                : new Trail.Offset(price(distance));
    }

    private static BigDecimal percent(String text) {
        return new BigDecimal(text.substring(0, text.length() - 1));
    }

    private OrderRequest flagged(OrderRequest request, String flag) {
        String[] parts = flag.split("=", -1);
        return switch (parts[0]) {
            case "day" -> request.day();
            case "gtd" -> request.goodTill(baseNs + seconds(parts[1]));
            case "ioc" -> request.immediateOrCancel();
            case "fok" -> request.fillOrKill();
            case "post" -> request.asPostOnly();
            case "reduce" -> request.asReduceOnly();
            case "close" -> request.closing(Long.parseLong(parts[1]));
            default -> throw new IllegalArgumentException(flag);
        };
    }

    @Override
    public void onFill(Fill fill, StrategyContext context) {
        lastFill = fill;
    }

    @Override
    public void onOrder(Order order, OrderEvent event, StrategyContext context) {
        if (event.kind() == OrderEvent.Kind.ACCEPTED) {
            return;
        }
        String words = "#" + order.id() + " " + WORDS.get(event.kind()) + " " + time(event.timeNs());
        if (event.kind() == OrderEvent.Kind.FILLED || event.kind() == OrderEvent.Kind.PARTIALLY_FILLED) {
            words += " " + execution(Objects.requireNonNull(lastFill));
        } else if (event.price() != 0) {
            words += " " + instrument.formatPrice(event.price());
        }
        happened.add(words);
        reasons.add(event.reason());
    }

    private static final Map<OrderEvent.Kind, String> WORDS = new TreeMap<>(Map.of(
            OrderEvent.Kind.TRIGGERED, "triggered",
            OrderEvent.Kind.PARTIALLY_FILLED, "part",
            OrderEvent.Kind.FILLED, "filled",
            OrderEvent.Kind.MODIFIED, "modified",
            OrderEvent.Kind.CHANGE_REFUSED, "refused",
            OrderEvent.Kind.CANCELLED, "cancelled",
            OrderEvent.Kind.EXPIRED, "expired",
            OrderEvent.Kind.REJECTED, "rejected"));

    private String execution(Fill fill) {
        return instrument.formatQuantity(fill.quantity()) + "x" + instrument.formatPrice(fill.price())
                + (fill.fee() == 0 ? "" : " fee=" + plain(fill.fee()))
                + (fill.slippage() == 0 ? "" : " slip=" + plain(fill.slippage()))
                + (fill.maker() ? " maker" : "");
    }

    private String time(long timeNs) {
        return BigDecimal.valueOf(timeNs - baseNs, 9).stripTrailingZeros().toPlainString();
    }
}
