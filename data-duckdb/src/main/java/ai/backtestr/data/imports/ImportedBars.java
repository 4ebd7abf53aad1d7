package ai.backtestr.data.imports;

import ai.backtestr.data.store.IncomingBars;
import ai.backtestr.data.store.Origin;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.Tally;
import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The second pass over the files of an import: their rows as bars at the instrument's scales.
final class ImportedBars implements IncomingBars, AutoCloseable {
    private final List<BarSurvey> surveys;
    private final Instrument instrument;
    private final Timeframe timeframe;
    private final Origin origin;
    private final ImportWatch watch;
    private final List<Rejection> rejections = new ArrayList<>();
    private @Nullable BarRows rows;
    private int file;
    private long acceptedOfFile;
    private long rejectedOfFile;
    private String firstOfFile = "";
    private long accepted;
    private long rejected;
    private long outOfOrder;
    private long lastNs = Long.MIN_VALUE;
    private Bar bar = new Bar(0, 0, 0, 0, 0, 0, 0);
    private long line;

    /// @param surveys the files in the order to read them in
    ImportedBars(
            List<BarSurvey> surveys, Instrument instrument, Timeframe timeframe, Origin origin, ImportWatch watch) {
        this.surveys = surveys;
        this.instrument = instrument;
        this.timeframe = timeframe;
        this.origin = origin;
        this.watch = watch;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public Timeframe timeframe() {
        return timeframe;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public boolean next() {
        for (BarRows from = current(); from != null; from = current()) {
            if (!from.next()) {
                endFile();
            } else if (take(from.bar())) {
                return true;
            }
        }
        return false;
    }

    /// Returns the rows of the file at hand or else of the next, `null` after the last.
    private @Nullable BarRows current() {
        if (rows == null && file < surveys.size()) {
            rows = surveys.get(file).file().read(watch);
            acceptedOfFile = 0;
            rejectedOfFile = 0;
            firstOfFile = "";
        }
        return rows;
    }

    private boolean take(RawBar raw) {
        watch.rows(1);
        String reason = raw.reason.isEmpty() ? misfit(raw) : raw.reason;
        if (reason.isEmpty()) {
            try {
                accept(raw);
                return true;
            } catch (ArithmeticException e) {
                reason = "a number is too large for the decimals that " + instrument.symbol() + " keeps ("
                        + instrument.priceScale() + " of a price, " + instrument.quantityScale() + " of a quantity)";
            }
        }
        reject(new Rejection(source().name(), raw.line, reason));
        return false;
    }

    private void accept(RawBar raw) {
        int scale = instrument.priceScale();
        bar = new Bar(
                raw.startNs,
                raw.open.units(scale),
                raw.high.units(scale),
                raw.low.units(scale),
                raw.close.units(scale),
                raw.volume.units(instrument.quantityScale()),
                1);
        line = raw.line;
        accepted++;
        acceptedOfFile++;
        outOfOrder += raw.startNs < lastNs ? 1 : 0;
        lastNs = raw.startNs;
    }

    private void reject(Rejection rejection) {
        rejected++;
        rejectedOfFile++;
        if (firstOfFile.isEmpty()) {
            firstOfFile = rejection.describe();
        }
        if (rejections.size() < Rejection.KEPT) {
            rejections.add(rejection);
        }
    }

    /// Says why a well-formed row cannot be taken into this instrument; empty if it can.
    private String misfit(RawBar raw) {
        EpochUnit unit = surveys.get(file).unit();
        if (raw.unit != unit) {
            return "time is in " + raw.unit + " where the file counts in " + unit;
        }
        if (raw.priceDecimals() > instrument.priceScale()) {
            return tooFine("price", raw.priceDecimals(), instrument.priceScale());
        }
        return raw.volume.decimals() > instrument.quantityScale()
                ? tooFine("volume", raw.volume.decimals(), instrument.quantityScale())
                : "";
    }

    private String tooFine(String what, int needed, int kept) {
        return what + " needs " + needed + " decimals where " + instrument.symbol() + " keeps " + kept
                + " (import the file under another symbol, or round it in the file)";
    }

    private SourceFile source() {
        return surveys.get(file).file().source();
    }

    private void endFile() {
        surveys.get(file).fingerprint().requireUnchanged();
        if (acceptedOfFile == 0 && rejectedOfFile > 0) {
            throw new StoreException(
                    source().where() + ": none of its " + rejectedOfFile + " rows is a bar (the first: " + firstOfFile
                            + "); nothing was imported; check that it was exported as bars");
        }
        close();
        rows = null;
        String where = source().where();
        file++;
        if (file == surveys.size() && accepted == 0) {
            throw new StoreException(where + " holds no bars; nothing was imported");
        }
    }

    @Override
    public Bar bar() {
        return bar;
    }

    @Override
    public int file() {
        return file;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public Tally tally() {
        return new Tally(accepted + rejected, accepted, rejected, outOfOrder, 0);
    }

    @Override
    public List<Rejection> rejections() {
        return rejections;
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
        }
    }
}
