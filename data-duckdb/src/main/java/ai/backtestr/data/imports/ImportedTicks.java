package ai.backtestr.data.imports;

import ai.backtestr.data.store.IncomingTicks;
import ai.backtestr.data.store.Origin;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.Tally;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The second pass over the files of an import: their rows as ticks at the instrument's scales.
final class ImportedTicks implements IncomingTicks, AutoCloseable {
    private final List<Survey> surveys;
    private final Instrument instrument;
    private final Origin origin;
    private final ImportOptions options;
    private final ImportWatch watch;
    private final List<Rejection> rejections = new ArrayList<>();
    private @Nullable TickReader reader;
    private int next;
    private long acceptedOfFile;
    private long rejectedOfFile;
    private @Nullable Rejection firstOfFile;
    private long accepted;
    private long rejected;
    private long outOfOrder;
    private long crossed;
    private long lastNs = Long.MIN_VALUE;

    /// @param surveys the files in the order to read them in
    ImportedTicks(
            List<Survey> surveys, Instrument instrument, Origin origin, ImportOptions options, ImportWatch watch) {
        this.surveys = surveys;
        this.instrument = instrument;
        this.origin = origin;
        this.options = options;
        this.watch = watch;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public boolean inTimeOrder() {
        long last = Long.MIN_VALUE;
        for (Survey survey : surveys) {
            if (!survey.inTimeOrder() || survey.firstNs() < last) {
                return false;
            }
            last = Math.max(last, survey.lastNs());
        }
        return true;
    }

    @Override
    public boolean fill(TickPage page) {
        page.clear();
        for (TickReader from = current(); from != null && !page.isFull(); from = current()) {
            if (from.next()) {
                watch.row();
                take(from.tick(), page);
            } else {
                endFile(from);
            }
        }
        return page.count() > 0;
    }

    /// Returns the reader of the file at hand or else of the next, `null` after the last.
    private @Nullable TickReader current() {
        if (reader == null && next < surveys.size()) {
            reader = surveys.get(next).file().read(watch);
            acceptedOfFile = 0;
            rejectedOfFile = 0;
            firstOfFile = null;
        }
        return reader;
    }

    private Survey survey() {
        return surveys.get(next);
    }

    private void take(RawTick tick, TickPage page) {
        String reason = tick.reason.isEmpty() ? misfit(tick) : tick.reason;
        if (reason.isEmpty()) {
            try {
                append(tick, page);
                return;
            } catch (ArithmeticException e) {
                reason = "a number is too large for the decimals that " + instrument.symbol() + " keeps ("
                        + instrument.priceScale() + " of a price, " + instrument.quantityScale() + " of a quantity)";
            }
        }
        reject(new Rejection(survey().file().source().name(), tick.line, reason));
    }

    private void reject(Rejection rejection) {
        rejected++;
        rejectedOfFile++;
        if (firstOfFile == null) {
            firstOfFile = rejection;
        }
        if (rejections.size() < Rejection.KEPT) {
            rejections.add(rejection);
        }
    }

    /// Says why a well-formed row cannot be taken into this instrument; empty if it can.
    private String misfit(RawTick tick) {
        if (tick.unit != survey().unit()) {
            return "time is in " + tick.unit + " where the file counts in " + survey().unit();
        }
        if (tick.priceDecimals() > instrument.priceScale()) {
            return tooFine("price", tick.priceDecimals(), instrument.priceScale());
        }
        return tick.quantityDecimals() > instrument.quantityScale()
                ? tooFine("quantity", tick.quantityDecimals(), instrument.quantityScale())
                : "";
    }

    private String tooFine(String what, int needed, int kept) {
        String wayOut = needed > Instrument.MAX_SCALE
                ? "no more than " + Instrument.MAX_SCALE + " can be held; round it in the file"
                : "import the file under another symbol, or round it in the file";
        return what + " needs " + needed + " decimals where " + instrument.symbol() + " keeps " + kept + " (" + wayOut
                + ")";
    }

    private void append(RawTick tick, TickPage page) {
        long bid = tick.bid.units(instrument.priceScale());
        long bidSize = tick.bidSize.units(instrument.quantityScale());
        if (tick.quote) {
            long ask = tick.ask.units(instrument.priceScale());
            long askSize = tick.askSize.units(instrument.quantityScale());
            if (ask < bid && options.rejectCrossed()) {
                String reason = "ask " + tick.ask + " below bid " + tick.bid + " (crossed quote)";
                reject(new Rejection(survey().file().source().name(), tick.line, reason));
                return;
            }
            page.appendQuote(tick.timeNs, bid, ask, bidSize, askSize);
            crossed += ask < bid ? 1 : 0;
        } else {
            page.appendTrade(tick.timeNs, bid, bidSize, tick.aggressor);
        }
        accepted++;
        acceptedOfFile++;
        outOfOrder += tick.timeNs < lastNs ? 1 : 0;
        lastNs = tick.timeNs;
    }

    private void endFile(TickReader ended) {
        SourceFile file = survey().file().source();
        if (!ended.digest().equals(survey().digest())) {
            throw new StoreException(file.where() + " changed while it was read; nothing was imported; import it again"
                    + " once it is complete");
        }
        Rejection first = firstOfFile;
        if (acceptedOfFile == 0 && first != null) {
            throw new StoreException(file.where() + ": none of its " + rejectedOfFile + " rows is a tick (the first: "
                    + first.describe() + "); nothing was imported; check that it was exported as ticks");
        }
        close();
        reader = null;
        next++;
        if (next == surveys.size() && accepted == 0) {
            throw new StoreException(file.where() + " holds no ticks; nothing was imported");
        }
    }

    @Override
    public Tally tally() {
        return new Tally(accepted + rejected, accepted, rejected, outOfOrder, crossed);
    }

    @Override
    public List<Rejection> rejections() {
        return rejections;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }
}
