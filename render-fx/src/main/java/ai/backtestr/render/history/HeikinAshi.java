package ai.backtestr.render.history;

import ai.backtestr.render.series.PriceColumns;

/// Makes Heikin-Ashi bars of bars one after the other, as the engine does: open and close are carried on unrounded
/// and shown rounded half up to whole units of the price.
///
/// An open is the mean of the open and close before, so what a bar was begun with counts half as much with each bar
/// after it. After [#WARM_UP] bars that is less than a `double` can tell, wherever one begins.
final class HeikinAshi {
    /// So many bars have to be taken in before the first that is shown: a double has 53 binary digits, and units of
    /// a price are far below 2^11.
    static final int WARM_UP = 64;

    private final double unitsPerPrice;
    private double open;
    private double close;
    private boolean begun;

    HeikinAshi(double unitsPerPrice) {
        this.unitsPerPrice = unitsPerPrice;
    }

    /// Begins anew with the next bar.
    void begin() {
        begun = false;
    }

    /// Replaces column `at`, a bar as it was traded, by the bar that follows those before. A bar without ticks is
    /// none, and stays none.
    void average(PriceColumns bars, int at) {
        if (!bars.isPresent(at)) {
            return;
        }
        double first = units(bars.first(at));
        double last = units(bars.last(at));
        double opens = begun ? (open + close) / 2 : (first + last) / 2;
        close = (first + units(bars.high(at)) + units(bars.low(at)) + last) / 4;
        open = opens;
        begun = true;
        double shownOpen = price(open);
        double shownClose = price(close);
        bars.set(
                at,
                shownOpen,
                Math.min(bars.low(at), Math.min(shownOpen, shownClose)),
                Math.max(bars.high(at), Math.max(shownOpen, shownClose)),
                shownClose,
                bars.volume(at),
                bars.ticks(at));
    }

    private double units(double price) {
        return Math.rint(price * unitsPerPrice);
    }

    private double price(double units) {
        return Math.round(units) / unitsPerPrice;
    }
}
