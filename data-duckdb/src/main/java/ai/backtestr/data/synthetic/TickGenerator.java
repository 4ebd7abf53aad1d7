package ai.backtestr.data.synthetic;

import ai.backtestr.data.digest.Sha256;
import ai.backtestr.data.store.Origin;
import ai.backtestr.data.store.Overlap;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.StoredImport;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.InstrumentDefaults;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.synthetic.SyntheticMarket;
import ai.backtestr.engine.synthetic.SyntheticQuotes;
import ai.backtestr.engine.tick.TickSource;
import ai.backtestr.engine.time.Times;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Stores synthetic quotes, as one import, all or nothing.
///
/// They are never taken for recorded ones: their instrument's symbol begins with [Instrument#SYNTHETIC_PREFIX], and
/// the import's origin says what they were made by. Safe for use by any thread.
public final class TickGenerator {
    private static final String ORIGIN_NAME = "generator";

    private final TickStore store;

    /// Generates into `store`, which stays the caller's to close.
    public TickGenerator(TickStore store) {
        this.store = store;
    }

    /// Returns the symbol that ticks generated as `symbol` are stored under: it begins with
    /// [Instrument#SYNTHETIC_PREFIX], once.
    public static String syntheticSymbol(String symbol) {
        return symbol.startsWith(Instrument.SYNTHETIC_PREFIX) ? symbol : Instrument.SYNTHETIC_PREFIX + symbol;
    }

    /// Generates the quotes of that market and stores them under [#syntheticSymbol]. The same quotes stored before
    /// change nothing, see [GenerationReport#alreadyStored()].
    ///
    /// @throws StoreException if the symbol is not usable, has ticks within that time, or the store fails; nothing
    ///     is stored then
    /// @throws java.util.concurrent.CancellationException if `progress` or an interruption of the calling thread
    ///     stopped it; nothing is stored then
    public GenerationReport generate(String symbol, SyntheticMarket market, GenerationProgress progress) {
        long startNs = System.nanoTime();
        Instrument instrument = instrument(syntheticSymbol(symbol));
        Origin origin = new Origin(List.of(ORIGIN_NAME), market.describe(), digest(market.describe()));
        Optional<StoredImport> earlier = store.findImport(instrument.symbol(), origin.sha256());
        if (earlier.isPresent()) {
            return new GenerationReport(earlier.get(), System.nanoTime() - startNs, true);
        }
        requireRoom(instrument, market);
        SyntheticQuotes quotes = new SyntheticQuotes(market);
        StoredImport stored = store.append(new GeneratedTicks(quotes, instrument, origin, progress), Overlap.STOP);
        return new GenerationReport(stored, System.nanoTime() - startNs, false);
    }

    private static Instrument instrument(String symbol) {
        if (!Instrument.isSymbol(symbol)) {
            throw new StoreException("symbol '" + symbol
                    + "' is not usable: take 1 to 60 letters, digits, dots, underscores or hyphens");
        }
        return InstrumentDefaults.of(symbol, SyntheticMarket.PRICE_SCALE, SyntheticMarket.QUANTITY_SCALE)
                .withCalendar(TradingCalendar.FOREX);
    }

    private static String digest(String description) {
        byte[] bytes = description.getBytes(StandardCharsets.UTF_8);
        Sha256 sha256 = new Sha256();
        sha256.update(bytes, 0, bytes.length);
        return sha256.finish();
    }

    /// Finds out before the work what the store would find out after it, as far as the end is known.
    private void requireRoom(Instrument instrument, SyntheticMarket market) {
        Instrument known = store.instrument(instrument.symbol()).orElse(null);
        if (known == null) {
            return;
        }
        if (!known.equals(instrument)) {
            throw new StoreException(instrument.symbol() + " holds ticks that were imported, with " + known.priceScale()
                    + " decimals of a price; nothing was generated; take another symbol");
        }
        try (TickSource stored = store.ticks(instrument.symbol(), market.startNs(), market.expectedEndNs())) {
            if (stored.tickCount() > 0) {
                throw new StoreException(instrument.symbol() + " already has " + stored.tickCount()
                        + " other ticks from " + Times.format(market.startNs())
                        + " on; nothing was generated; take another symbol or another start");
            }
        }
    }
}
