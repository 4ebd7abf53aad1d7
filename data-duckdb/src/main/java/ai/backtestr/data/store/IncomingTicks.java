package ai.backtestr.data.store;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickPage;
import java.util.List;

/// Ticks on their way into the store, read once from first to last. What a format's importer implements.
///
/// [TickStore#append] calls [#fill] from a thread of the database, never two calls at a time; whatever it throws
/// undoes the import and reaches the caller of `append`.
public interface IncomingTicks {
    /// Returns the instrument; its scales are those of the prices and quantities handed over.
    Instrument instrument();

    /// Returns where the ticks come from.
    Origin origin();

    /// Tells whether times never decrease. If they do, the store sorts by time and keeps the order of equal times.
    boolean inTimeOrder();

    /// Clears the page and fills it with the ticks that follow, as they stand in the file.
    ///
    /// @return whether it holds any; `false` means that all were handed over
    boolean fill(TickPage page);

    /// Returns the counts; complete once [#fill] has returned `false`.
    Tally tally();

    /// Returns the first [Rejection#KEPT] rejected rows; complete once [#fill] has returned `false`.
    List<Rejection> rejections();
}
