package ai.backtestr.render.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.BarIndicator;
import ai.backtestr.engine.indicator.WarmUp;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.render.series.IndicatorBars.Stretch;
import ai.backtestr.render.series.SlotAxis;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Runs the engine's indicator over the bars of a stretch and those it has to see before. Of a stretch of too many
/// bars, longer ones are taken.
///
/// Threads: the loader's.
final class IndicatorRun {
    /// The most bars that a stretch may have, and the most that are read ahead of it.
    static final int MOST_BARS = 200_000;

    private static final int BARS_BETWEEN_LOOKS = 4096;
    private static final List<Timeframe> COARSER = List.of(
            Timeframe.parse("5s"),
            Timeframe.parse("15s"),
            Timeframe.ONE_MINUTE,
            Timeframe.FIVE_MINUTES,
            Timeframe.FIFTEEN_MINUTES,
            Timeframe.ONE_HOUR,
            Timeframe.FOUR_HOURS,
            Timeframe.ONE_DAY);

    private final IndicatorWish wish;
    private final BooleanSupplier cancelled;

    IndicatorRun(IndicatorWish wish, BooleanSupplier cancelled) {
        this.wish = wish;
        this.cancelled = cancelled;
    }

    /// @throws CancellationException if it was cancelled
    IndicatorFrame values(IndicatorSetting setting) {
        Timeframe wished = setting.timeframe() == null ? wish.timeframe() : setting.timeframe();
        Timeframe timeframe = affordable(wished);
        int before = WarmUp.bars(setting.spec(), timeframe);
        Stretch read = wish.bars().read(timeframe, wish.fromNs(), wish.toNs(), Math.min(before, MOST_BARS), cancelled);
        int first = read.fromFirst() ? 0 : firstShown(read);
        double[][] values = run(setting, read, first);
        boolean cut = !read.fromFirst() && before > MOST_BARS && read.count() > 0;
        boolean held = setting.timeframe() != null && !timeframe.equals(wish.timeframe());
        return new IndicatorFrame(
                timeframe,
                held,
                !timeframe.equals(wished),
                cut ? read.bars().timeNs(0) : Long.MIN_VALUE,
                positions(read, first, timeframe, held),
                values);
    }

    /// Bars in memory are few enough; of what would have to be read, the longer ones of which there are.
    private Timeframe affordable(Timeframe wished) {
        SlotAxis axis = wish.axis();
        if (axis == null || !wished.isTime()) {
            return wished;
        }
        double slots = axis.position(wish.toNs()) - axis.position(wish.fromNs());
        double shownNs = slots * axis.slotNs();
        if (shownNs / wished.lengthNs() <= MOST_BARS) {
            return wished;
        }
        for (Timeframe coarser : COARSER) {
            if (coarser.compareTo(wished) > 0 && shownNs / coarser.lengthNs() <= MOST_BARS) {
                return like(wished, coarser);
            }
        }
        return like(wished, Timeframe.ONE_DAY);
    }

    private static Timeframe like(Timeframe wished, Timeframe coarser) {
        return new Timeframe(coarser.unit(), coarser.count(), wished.heikinAshi());
    }

    private int firstShown(Stretch read) {
        int at = read.bars().indexAtOrBefore(wish.fromNs());
        return Math.clamp(at, 0, read.count());
    }

    private double[][] run(IndicatorSetting setting, Stretch read, int first) {
        BarIndicator indicator = setting.spec().create(wish.bars().calendar());
        double[][] values = new double[indicator.outputs()][read.count() - first];
        for (int bar = 0; bar < read.count(); bar++) {
            if (bar % BARS_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException("other values are wanted");
            }
            indicator.onBar(read.bars(), bar);
            for (int output = 0; bar >= first && output < values.length; output++) {
                values[output][bar - first] = indicator.value(output);
            }
        }
        return values;
    }

    private double[] positions(Stretch read, int first, Timeframe timeframe, boolean held) {
        BarSeries bars = read.bars();
        double[] positions = new double[read.count() - first];
        SlotAxis axis = wish.axis();
        Stretch shown = axis == null && !timeframe.equals(wish.timeframe())
                ? wish.bars().read(wish.timeframe(), wish.fromNs(), wish.toNs(), 0, cancelled)
                : read;
        for (int i = 0; i < positions.length; i++) {
            int bar = first + i;
            long timeNs = bars.timeNs(bar);
            if (held) {
                long endNs = endNs(read, bar, timeframe);
                positions[i] = axis == null ? firstAtOrAfter(shown, endNs) : axis.position(endNs);
            } else if (axis == null) {
                positions[i] = bar + 0.5;
            } else if (timeframe.equals(wish.timeframe())) {
                positions[i] = axis.indexAtOrBefore(timeNs) + 0.5;
            } else {
                positions[i] = axis.position(timeNs + timeframe.lengthNs() / 2);
            }
        }
        return positions;
    }

    /// A value is there once its bar has closed; when a week or a month does, the bar after it tells.
    private long endNs(Stretch read, int bar, Timeframe timeframe) {
        long startNs = read.bars().timeNs(bar);
        TradingCalendar calendar = wish.bars().calendar();
        if (timeframe.isWithinDay()) {
            return Math.min(startNs + timeframe.lengthNs(), calendar.nextDayStart(startNs));
        }
        if (timeframe.equals(Timeframe.ONE_DAY)) {
            return calendar.nextDayStart(startNs);
        }
        return bar + 1 < read.bars().count() ? read.bars().timeNs(bar + 1) : Long.MAX_VALUE;
    }

    private static double firstAtOrAfter(Stretch shown, long timeNs) {
        return Math.min(shown.count(), shown.bars().indexAtOrBefore(timeNs - 1) + 1);
    }
}
