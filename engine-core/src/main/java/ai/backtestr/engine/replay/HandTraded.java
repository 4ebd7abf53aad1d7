package ai.backtestr.engine.replay;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.BarIndicator;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.AtrRange;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A strategy together with what a person did while it was replayed: a run of it is the replay once more. What was
/// done by hand after a tick comes after all that the strategy does on that tick.
public final class HandTraded implements Strategy {
    /// What a strategy is called of which nothing but what is done by hand comes.
    public static final String BY_HAND = "by-hand";

    /// Trades nothing by itself; all orders are given by hand.
    public static final StrategyDefinition NOTHING = new StrategyDefinition(
            BY_HAND, "By hand", "Trades nothing by itself; you do.", List.of(), values -> setup -> {});

    private final Strategy strategy;
    private final Iterator<HandJournal.Entry> entries;
    private final HandDesk desk = new HandDesk();
    private HandJournal.@Nullable Entry next;
    private boolean strategyListens;
    private long tick;

    private HandTraded(Strategy strategy, HandJournal journal) {
        this.strategy = strategy;
        entries = journal.entries().iterator();
        advance();
    }

    /// Returns a strategy that trades as `strategy` does and as `journal` says. Its parameters are those of
    /// `strategy`; it is told apart by what was done, as a source is by what is in it. Where nothing was done it is
    /// `strategy` itself.
    public static StrategyDefinition definition(String name, StrategyDefinition strategy, HandJournal journal) {
        if (journal.isEmpty()) {
            return strategy;
        }
        return new StrategyDefinition(
                name,
                strategy.name().equals(BY_HAND) ? strategy.title() : strategy.title() + " and by hand",
                strategy.description(),
                strategy.parameters(),
                values -> new HandTraded(strategy.create(values), journal),
                digest(strategy, journal));
    }

    /// Returns a name that tells the strategy and what was done apart from all others.
    public static String nameOf(StrategyDefinition strategy, HandJournal journal) {
        return BY_HAND + "-" + digest(strategy, journal).substring(0, 12);
    }

    private static String digest(StrategyDefinition strategy, HandJournal journal) {
        String text = strategy.name() + "\n" + strategy.sourceDigest() + "\n" + journal.text();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private void advance() {
        next = entries.hasNext() ? entries.next() : null;
    }

    @Override
    public void prepare(StrategySetup setup) {
        setup.listenToTicks();
        strategy.prepare(new Setup(setup));
    }

    @Override
    public void onTick(StrategyContext context) {
        if (strategyListens) {
            strategy.onTick(context);
        }
        tick++;
        for (HandJournal.Entry due = next; due != null && due.tick() == tick; due = next) {
            desk.act(due.order(), context);
            advance();
        }
    }

    @Override
    public void onStart(StrategyContext context) {
        strategy.onStart(context);
    }

    @Override
    public void onBar(BarSeries bars, StrategyContext context) {
        strategy.onBar(bars, context);
    }

    @Override
    public void onFill(Fill fill, StrategyContext context) {
        strategy.onFill(fill, context);
    }

    @Override
    public void onOrder(Order order, OrderEvent event, StrategyContext context) {
        strategy.onOrder(order, event, context);
    }

    @Override
    public void onTimer(long dueNs, StrategyContext context) {
        strategy.onTimer(dueNs, context);
    }

    @Override
    public void onStop(StrategyContext context) {
        strategy.onStop(context);
    }

    private final class Setup implements StrategySetup {
        private final StrategySetup setup;

        Setup(StrategySetup setup) {
            this.setup = setup;
        }

        @Override
        public Instrument instrument() {
            return setup.instrument();
        }

        @Override
        public BarSeries bars(Timeframe timeframe) {
            return setup.bars(timeframe);
        }

        @Override
        public <I extends BarIndicator> I indicator(Timeframe timeframe, I indicator) {
            return setup.indicator(timeframe, indicator);
        }

        @Override
        public AtrRange averageTrueRange(Timeframe timeframe, int period) {
            return setup.averageTrueRange(timeframe, period);
        }

        @Override
        public void listenToTicks() {
            strategyListens = true;
        }
    }
}
