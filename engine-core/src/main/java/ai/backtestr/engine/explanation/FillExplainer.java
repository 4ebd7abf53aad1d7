package ai.backtestr.engine.explanation;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.explanation.FillExplanation.Fact;
import ai.backtestr.engine.explanation.TicksAround.Tick;
import ai.backtestr.engine.instrument.ContractValue;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.AtrRange;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.order.OrderType;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BarDataRun;
import ai.backtestr.engine.run.Portfolio;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Explains fills of a run from the data around them. Keeps nothing: whoever asks runs the run again and hands in
/// what came of it.
public final class FillExplainer {
    private final BacktestResult result;
    private final Instrument instrument;
    private final ExecutionModel model;
    private final List<BarSeries> bars;
    private final String currency;

    /// Explains fills of `result`, of several instruments those of the main one.
    public FillExplainer(BacktestResult result) {
        this(result, result.instrument(), result.spec().execution(), result.bars());
    }

    private FillExplainer(BacktestResult result, Instrument instrument, ExecutionModel model, List<BarSeries> bars) {
        this.result = result;
        this.bars = bars;
        this.instrument = instrument;
        this.model = model;
        this.currency = result.currency();
    }

    /// Explains fills of the instrument that fill `number`, from 1, is of.
    public static FillExplainer of(BacktestResult result, int number) {
        Portfolio portfolio = result.portfolio();
        if (portfolio == null) {
            return new FillExplainer(result);
        }
        Portfolio.Traded traded =
                portfolio.ofOrder(result.fills().get(number - 1).orderId());
        return new FillExplainer(result, traded.instrument(), traded.terms().execution(), traded.bars());
    }

    /// Explains fill `number`, from 1, of a run on ticks.
    ///
    /// @param around the ticks around its time
    /// @throws IndexOutOfBoundsException if there is no such fill
    public FillExplanation explain(int number, TicksAround around) {
        Fill fill = result.fills().get(number - 1);
        OrderLife life = life(fill);
        FillPricing pricing = pricing(fill, life, around);
        List<Fact> facts = new ArrayList<>(way(fill, life));
        facts.add(new Fact("Silence before", silence(fill, around)));
        facts.add(new Fact("Quote met", quote(pricing)));
        facts.add(new Fact("Spread", instrument.formatPrice(pricing.ask() - pricing.bid()) + model(pricing)));
        FillRule.gap(fill, life, pricing.quotePrice(), instrument).ifPresent(text -> facts.add(new Fact("Gap", text)));
        facts.add(new Fact("Slippage", slippage(fill, pricing)));
        facts.add(filled(fill));
        return new FillExplanation(
                number,
                fill,
                life,
                facts,
                FillRule.of(fill, life, model),
                pricing.confirmed() && isInOrder(fill, life));
    }

    /// Explains fill `number`, from 1, of a run on bar data.
    ///
    /// @param bar the bar it was made in
    /// @throws IndexOutOfBoundsException if there is no such fill
    public FillExplanation explain(int number, Bar bar) {
        Fill fill = result.fills().get(number - 1);
        OrderLife life = life(fill);
        BarDataRun data = Objects.requireNonNull(result.barData());
        List<Fact> facts = new ArrayList<>(way(fill, life));
        facts.add(new Fact(
                "Bar",
                Times.format(bar.timeNs()) + ", open " + instrument.formatPrice(bar.open()) + ", high "
                        + instrument.formatPrice(bar.high()) + ", low " + instrument.formatPrice(bar.low()) + ", close "
                        + instrument.formatPrice(bar.close())));
        facts.add(new Fact("Path through it", data.path() + ", which is an assumption"));
        facts.add(new Fact("Spread model", model.spread().toString()));
        ModelSlippage expected = slippageInBar(fill, bar);
        facts.add(new Fact("Slippage", cost(fill) + (fill.maker() ? "" : ": " + expected.working())));
        facts.add(filled(fill));
        String rule = FillRule.of(fill, life, model) + whereInBar(fill, life, bar);
        boolean confirmed = isInside(fill, bar) && isInOrder(fill, life) && slips(fill, life, expected.units());
        return new FillExplanation(number, fill, life, facts, rule, confirmed);
    }

    private static String whereInBar(Fill fill, OrderLife life, Bar bar) {
        if (life.order().request().type() == OrderType.MARKET_ON_CLOSE) {
            return " The price is the close of the bar in which the session closes.";
        }
        return fill.price() == bar.open()
                ? " The price is the open of the bar after the order."
                : " The price was met inside the bar, on the path assumed.";
    }

    private ModelSlippage slippageInBar(Fill fill, Bar bar) {
        long perUnit = new ContractValue(instrument).of(1, fill.quantity());
        long actual = perUnit == 0 ? 0 : fill.slippage() / perUnit;
        return ModelSlippage.of(
                model.slippage(), fill.price(), fill.quantity(), 0, range(bar.timeNs()), actual, instrument);
    }

    /// Where a limit or the lowest price there is may have held it back, it slips by no more than the model says.
    private boolean slips(Fill fill, OrderLife life, long units) {
        long cost = fill.maker() ? 0 : new ContractValue(instrument).of(units, fill.quantity());
        boolean mayBeHeld = life.order().request().type().endsAsLimit() || fill.price() == 1;
        return mayBeHeld ? fill.slippage() <= cost : fill.slippage() == cost;
    }

    /// Spread and slippage can bring a fill out of its bar; without them it lies within.
    private boolean isInside(Fill fill, Bar bar) {
        boolean isPlain = model.spread().units(0) == 0 && fill.slippage() == 0;
        return !isPlain || (fill.price() >= bar.low() && fill.price() <= bar.high());
    }

    private OrderLife life(Fill fill) {
        return result.orders().get((int) fill.orderId() - 1);
    }

    /// The average true range that the slippage model needs, as it stood after the tick of that time.
    private @Nullable RangeThen range(long lastTickNs) {
        AtrRange needed = model.slippage().neededRange();
        return needed == null ? null : RangeThen.of(needed, bars, instrument.calendar(), lastTickNs);
    }

    /// Of several ticks at the same time, the first that gives the price that was booked.
    private FillPricing pricing(Fill fill, OrderLife life, TicksAround around) {
        List<Tick> candidates = candidates(life, around);
        long beforeNs = around.before().isEmpty()
                ? Long.MIN_VALUE
                : around.before().getLast().timeNs();
        boolean tradesToo = model.limitFill() instanceof ExecutionModel.LimitFill.InQueue
                || candidates.stream().allMatch(Tick::isTrade);
        List<FillPricing> pricings = new ArrayList<>();
        for (Tick tick : candidates) {
            if (tradesToo || !tick.isTrade()) {
                pricings.add(FillPricing.of(tick, fill, life, model, range(beforeNs), instrument));
            }
            beforeNs = Math.max(beforeNs, tick.timeNs());
        }
        return pricings.stream()
                .max(Comparator.comparing(FillPricing::confirmed))
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no tick that the fill could be made on, " + Times.format(fill.timeNs())));
    }

    /// An order for the close is executed at the last quote before it.
    private static List<Tick> candidates(OrderLife life, TicksAround around) {
        if (life.order().request().type() != OrderType.MARKET_ON_CLOSE) {
            return around.at();
        }
        return around.before().reversed().stream()
                .filter(tick -> !tick.isTrade())
                .limit(1)
                .toList();
    }

    private static boolean isInOrder(Fill fill, OrderLife life) {
        return life.order().placedNs() <= arrivalNs(life) && arrivalNs(life) <= fill.timeNs();
    }

    private static long arrivalNs(OrderLife life) {
        return life.events().stream()
                .filter(event -> event.kind() == OrderEvent.Kind.ACCEPTED)
                .mapToLong(OrderEvent::timeNs)
                .findFirst()
                .orElse(life.order().placedNs());
    }

    private List<Fact> way(Fill fill, OrderLife life) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Order", life.order().id() + ": " + OrderWords.of(life.order().request(), instrument)));
        facts.add(new Fact("Placed", Times.format(life.order().placedNs()) + placedBecause(life)));
        long arrivalNs = arrivalNs(life);
        facts.add(new Fact(
                "At the market",
                Times.format(arrivalNs) + ", "
                        + seconds(arrivalNs - life.order().placedNs()) + " later"));
        for (OrderEvent event : life.events()) {
            boolean isOnTheWay = event.timeNs() <= fill.timeNs()
                    && (event.kind() == OrderEvent.Kind.TRIGGERED || event.kind() == OrderEvent.Kind.MODIFIED);
            if (isOnTheWay) {
                String price = event.price() == 0 ? "" : " at " + instrument.formatPrice(event.price());
                facts.add(new Fact(
                        event.kind() == OrderEvent.Kind.TRIGGERED ? "Triggered" : "Changed",
                        Times.format(event.timeNs()) + price));
            }
        }
        facts.add(new Fact(
                "Filled",
                Times.format(fill.timeNs()) + ", " + seconds(fill.timeNs() - arrivalNs) + " after it arrived"));
        return facts;
    }

    private static String placedBecause(OrderLife life) {
        String reason = life.events().getFirst().reason();
        return reason.isEmpty() ? "" : ", by the broker: " + reason;
    }

    private static String silence(Fill fill, TicksAround around) {
        return around.before().isEmpty()
                ? "unknown: it is the first tick"
                : seconds(fill.timeNs() - around.before().getLast().timeNs()) + " since the tick before";
    }

    private String quote(FillPricing pricing) {
        return pricing.tick().isTrade()
                ? "trade at " + instrument.formatPrice(pricing.tick().bid()) + ", taken for both sides"
                : "bid " + instrument.formatPrice(pricing.bid()) + ", ask " + instrument.formatPrice(pricing.ask());
    }

    private String model(FillPricing pricing) {
        boolean isRecorded = pricing.bid() == pricing.tick().bid()
                && pricing.ask() == pricing.tick().ask();
        return isRecorded
                ? ", as recorded"
                : " by the model " + model.spread() + "; recorded: bid "
                        + instrument.formatPrice(pricing.tick().bid()) + ", ask "
                        + instrument.formatPrice(pricing.tick().ask());
    }

    private String slippage(Fill fill, FillPricing pricing) {
        if (fill.maker()) {
            return "none: it waited at its price";
        }
        String held =
                pricing.slippage() < pricing.model().units() ? "; held back by its limit or the lowest price" : "";
        return (pricing.slippage() == 0 ? "" : instrument.formatPrice(pricing.slippage()) + " worse than the quote, ")
                + cost(fill) + ": " + pricing.model().working() + held;
    }

    private String cost(Fill fill) {
        return fill.slippage() == 0
                ? "none"
                : Money.toDecimal(fill.slippage()).stripTrailingZeros().toPlainString() + " "
                        + instrument.quoteCurrency();
    }

    private Fact filled(Fill fill) {
        return new Fact(
                "Booked",
                fill.side() + " " + instrument.formatQuantity(fill.quantity()) + " at "
                        + instrument.formatPrice(fill.price()) + ", fee "
                        + Money.toDecimal(fill.fee()).stripTrailingZeros().toPlainString() + " "
                        + currency + ", as " + (fill.maker() ? "maker" : "taker"));
    }

    private static String seconds(long ns) {
        return BigDecimal.valueOf(ns, 9).stripTrailingZeros().toPlainString() + " s";
    }
}
