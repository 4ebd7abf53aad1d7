package ai.backtestr.engine.run;

import ai.backtestr.engine.bar.BarPlan;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.MultiTimeframeBars;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.pipeline.TickBatchHandler;
import ai.backtestr.engine.pipeline.TickPipeline;
import ai.backtestr.engine.tick.PriceRange;
import ai.backtestr.engine.tick.TickBlock;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import ai.backtestr.engine.tick.TickValidator;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Builds bars without a strategy, through the same pipeline and by the same rules as a backtest. Made, run once on
/// the thread that calls [#run()], cancelled from any other.
public final class BarRun {
    private final BarLoop loop;
    private final TickPipeline pipeline;

    /// Prepares bars of `timeframes` made of `price`. The source stays the caller's to close.
    ///
    /// @throws IllegalArgumentException if there can be no such bars of that instrument and price
    public BarRun(TickSource source, BarPrice price, Collection<Timeframe> timeframes) {
        BarPlan plan = new BarPlan(source.instrument(), price);
        timeframes.forEach(plan::series);
        loop = new BarLoop(price, plan.build());
        pipeline = new TickPipeline(source, loop, TickPage.DEFAULT_CAPACITY);
    }

    /// Builds them from the first tick to the last; the last bar is as the data left it.
    ///
    /// @return the bars of each timeframe, shortest first, or nothing if it was cancelled
    /// @throws ai.backtestr.engine.tick.TickSourceException if the ticks cannot be read
    public Optional<List<BarSeries>> run() {
        if (!pipeline.run()) {
            return Optional.empty();
        }
        loop.bars.finish();
        return Optional.of(loop.bars.allSeries());
    }

    /// Ends it soon. Any thread.
    public void cancel() {
        pipeline.cancel();
    }

    private static final class BarLoop implements TickBatchHandler {
        final MultiTimeframeBars bars;
        private final BarPrice price;
        private final TickValidator validator = new TickValidator();

        private final TickBlock block = new TickBlock();
        private final PriceRange range = new PriceRange();
        private final long[] scratch = new long[TickBlock.CAPACITY];

        BarLoop(BarPrice price, MultiTimeframeBars bars) {
            this.price = price;
            this.bars = bars;
        }

        @Override
        public void onBatch(TickPage page, int from, int to) {
            int end;
            for (int at = from; at < to; at = end) {
                end = TickBlock.end(at, to);
                boolean isSound = block.load(page, at, end, validator.earliestNs());
                if (isSound && block.hasTrades() == price.takesTrades()) {
                    takeInRuns(page, at, end);
                } else {
                    takeInSingly(page, at, end);
                }
            }
        }

        /// Takes in the ticks of the block: those that begin or close a bar singly, those that follow them at once.
        private void takeInRuns(TickPage page, int from, int to) {
            long[] prices = price.of(block, scratch);
            int count = to - from;
            int at = 0;
            while (at < count) {
                takeIn(block.times()[at], prices[at], block.hasTrades() ? page.bidQuantity(from + at) : 0);
                at++;
                int end = block.indexAtOrAfter(bars.nextEndNs(), at, count);
                end = bars.firstToClose(prices, at, end, page, from);
                if (end > at) {
                    range.forget();
                    range.of(prices, at, end);
                    long quantity = block.hasTrades() ? page.quantity(from + at, from + end) : 0;
                    bars.addRun(block.times(), prices, at, end, range, quantity);
                    validator.accept(end - at, block.times()[end - 1]);
                    at = end;
                }
            }
        }

        private void takeIn(long timeNs, long barPrice, long quantity) {
            bars.closeEnded(timeNs);
            add(timeNs, barPrice, quantity);
            validator.accept(1, timeNs);
        }

        private void takeInSingly(TickPage page, int from, int to) {
            for (int i = from; i < to; i++) {
                long timeNs = page.timeNs(i);
                long bid = page.bidPrice(i);
                long ask = page.askPrice(i);
                if (validator.accepts(timeNs, bid, ask)) {
                    bars.closeEnded(timeNs);
                    boolean isTrade = TickFlags.isTrade(page.flagBits(i));
                    if (isTrade == price.takesTrades()) {
                        add(timeNs, price.of(bid, ask), isTrade ? page.bidQuantity(i) : 0);
                    }
                }
            }
        }

        private void add(long timeNs, long barPrice, long quantity) {
            int closed = bars.add(timeNs, barPrice, quantity);
            while (closed != 0) {
                closed = bars.closeNext();
            }
        }
    }
}
