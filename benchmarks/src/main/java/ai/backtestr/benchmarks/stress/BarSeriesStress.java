package ai.backtestr.benchmarks.stress;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarPlan;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.MultiTimeframeBars;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/// A bar closes while the series is read: a reader that has seen the count has the whole bar.
@JCStressTest
@Outcome(
        id = {"none", "whole"},
        expect = Expect.ACCEPTABLE,
        desc = "Not there yet, or all of it.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A torn bar.")
@State
public class BarSeriesStress {
    private static final Instrument INSTRUMENT = new Instrument("STRESS", 0, 0, "USD", TradingCalendar.ALWAYS_OPEN);
    private static final Bar BAR = new Bar(1_000_000_000L, 7, 9, 5, 6, 30, 4);

    private final BarSeries series;
    private final MultiTimeframeBars bars;

    public BarSeriesStress() {
        BarPlan plan = new BarPlan(INSTRUMENT, BarPrice.TRADE);
        series = plan.series(Timeframe.ONE_SECOND);
        bars = plan.build();
        bars.add(BAR.timeNs(), 7, 10);
        bars.add(BAR.timeNs(), 9, 10);
        bars.add(BAR.timeNs(), 5, 5);
        bars.add(BAR.timeNs(), 6, 5);
    }

    @Actor
    public void engine() {
        bars.closeEnded(2 * BAR.timeNs());
    }

    @Actor
    public void chart(L_Result result) {
        if (series.count() == 0) {
            result.r1 = "none";
        } else {
            Bar read = series.bar(0);
            result.r1 = read.equals(BAR) ? "whole" : read.toString();
        }
    }
}
