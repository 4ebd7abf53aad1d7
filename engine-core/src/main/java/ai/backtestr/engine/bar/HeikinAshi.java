package ai.backtestr.engine.bar;

/// Heikin-Ashi bars, each made of the bar of the same time and the Heikin-Ashi bar before:
///
/// ```
/// close = (O + H + L + C) / 4          open of the first = (O + C) / 2
/// open  = (open before + close before) / 2
/// high  = max(H, open, close)          low = min(L, open, close)
/// ```
///
/// Open and close are carried on unrounded, as `double`, and written to the series rounded half up to its decimals:
/// every price of a series has the same scale, and what a strategy reads as a price is one. Volume, ticks and times
/// are those of the bar it is made of. The prices are averages at which nothing can be traded; orders are filled at
/// ticks, whatever the bars are.
///
/// Source: Dan Valcu, "Using the Heikin-Ashi technique", Technical Analysis of Stocks & Commodities 22:2 (2004).
/// The first open is as in Stock.Indicators and TradingView. Engine thread only.
final class HeikinAshi {
    private final FormingBar shown = new FormingBar();
    private double open;
    private double close;
    private boolean begun;

    /// Makes the bar of a closed one, which the next follows. It is valid until the next call.
    FormingBar close(FormingBar bar) {
        double opens = openAfter(bar);
        FormingBar made = of(bar);
        open = opens;
        close = closeOf(bar);
        begun = true;
        return made;
    }

    /// Makes the bar of one that is forming, and leaves the next to be made of those closed before. It is valid
    /// until the next call.
    FormingBar of(FormingBar bar) {
        shown.span(bar.startNs, bar.endNs);
        shown.open = Math.round(openAfter(bar));
        shown.close = Math.round(closeOf(bar));
        shown.high = Math.max(bar.high, Math.max(shown.open, shown.close));
        shown.low = Math.min(bar.low, Math.min(shown.open, shown.close));
        shown.volume = bar.volume;
        shown.ticks = bar.ticks;
        return shown;
    }

    private double openAfter(FormingBar bar) {
        return begun ? (open + close) / 2 : ((double) bar.open + bar.close) / 2;
    }

    private static double closeOf(FormingBar bar) {
        return ((double) bar.open + bar.high + bar.low + bar.close) / 4;
    }
}
