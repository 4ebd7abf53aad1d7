package ai.backtestr.data.store;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import java.util.List;

/// Bars on their way into the store, read once from first to last in the order of their files, on the thread that
/// calls [BarStore#append]; whatever is thrown undoes the import and reaches its caller.
public interface IncomingBars {
    /// Returns the instrument; its scales are those of the prices and volumes handed over.
    Instrument instrument();

    /// Returns how long each bar lasts.
    Timeframe timeframe();

    /// Returns where the bars come from.
    Origin origin();

    /// Moves to the next bar.
    ///
    /// @return whether there is one
    boolean next();

    /// Returns the present bar.
    Bar bar();

    /// Returns which of the origin's files it stands in, counted from 0.
    int file();

    /// Returns the line it stands on.
    long line();

    /// Returns the counts; complete once [#next] has returned `false`.
    Tally tally();

    /// Returns the first [Rejection#KEPT] rejected rows; complete once [#next] has returned `false`.
    List<Rejection> rejections();
}
