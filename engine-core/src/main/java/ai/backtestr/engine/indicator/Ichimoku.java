package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Ichimoku cloud. Tenkan-sen, kijun-sen and what senkou span B is made of are the middles between the highest high
/// and the lowest low of `tenkan`, `kijun` and `senkou` bars; senkou span A is made of the mean of the first two.
/// Both spans are given as they are drawn, `shift` bars after the bars they are made of. The chikou span is the
/// close; it is drawn `shift` bars back, but no value of an indicator may come from the future, so it is given at
/// its own bar.
///
/// Tenkan-sen and kijun-sen are ready at bars `tenkan` and `kijun`, the spans at bars max(`tenkan`, `kijun`) +
/// `shift` and `senkou` + `shift`, chikou at once.
///
/// Source: Goichi Hosoda (1969), with 9, 26, 52 and 26 bars.
public final class Ichimoku extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "ichimoku",
            "Ichimoku cloud",
            "Middles of the ranges of three periods, two of them drawn ahead as a cloud.",
            List.of(
                    Settable.bars("tenkan", 9, 1, "Bars of the tenkan-sen."),
                    Settable.bars("kijun", 26, 1, "Bars of the kijun-sen."),
                    Settable.bars("senkou", 52, 1, "Bars of the senkou span B."),
                    Settable.bars("shift", 26, 1, "Bars by which the spans are drawn ahead.")),
            null,
            Placement.OVERLAY,
            s -> new Ichimoku(s.bars("tenkan"), s.bars("kijun"), s.bars("senkou"), s.bars("shift")));

    private final RollingRange tenkan;
    private final RollingRange kijun;
    private final RollingRange senkou;
    private final Window spanA;
    private final Window spanB;

    /// Looks back over so many bars, from 1 each.
    public Ichimoku(int tenkan, int kijun, int senkou, int shift) {
        super("tenkan", "kijun", "senkou-a", "senkou-b", "chikou");
        this.tenkan = new RollingRange(Periods.require("the tenkan-sen of an Ichimoku cloud", tenkan, 1));
        this.kijun = new RollingRange(Periods.require("the kijun-sen of an Ichimoku cloud", kijun, 1));
        this.senkou = new RollingRange(Periods.require("the senkou span B of an Ichimoku cloud", senkou, 1));
        spanA = new Window(Periods.require("the shift of an Ichimoku cloud", shift, 1));
        spanB = new Window(shift);
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        double high = BarValues.high(bars, index);
        double low = BarValues.low(bars, index);
        tenkan.add(high, low);
        kijun.add(high, low);
        senkou.add(high, low);
        set(0, tenkan.middle());
        set(1, kijun.middle());
        set(2, shifted(spanA, (tenkan.middle() + kijun.middle()) / 2));
        set(3, shifted(spanB, senkou.middle()));
        set(4, BarValues.close(bars, index));
    }

    private static double shifted(Window window, double value) {
        boolean full = window.isFull();
        double ago = window.add(value);
        return full ? ago : Double.NaN;
    }
}
