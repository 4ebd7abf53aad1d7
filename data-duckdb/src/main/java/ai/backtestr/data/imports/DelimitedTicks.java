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

/// The second pass over a delimited file: its rows as ticks at the instrument's scales.
final class DelimitedTicks implements IncomingTicks, AutoCloseable {
    private final SourceFile file;
    private final Layout layout;
    private final Survey survey;
    private final Instrument instrument;
    private final ImportWatch watch;
    private final RowReader rows;
    private final TickParser parser;
    private final List<Rejection> rejections = new ArrayList<>();
    private boolean ended;
    private long accepted;
    private long rejected;
    private long outOfOrder;
    private long crossed;
    private long lastNs = Long.MIN_VALUE;

    DelimitedTicks(SourceFile file, Layout layout, Survey survey, Instrument instrument, ImportWatch watch) {
        this.file = file;
        this.layout = layout;
        this.survey = survey;
        this.instrument = instrument;
        this.watch = watch;
        rows = new RowReader(file, layout, watch);
        parser = new TickParser(layout);
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public Origin origin() {
        return new Origin(List.of(file.name()), layout.describe() + ", " + survey.describeTime(), survey.sha256());
    }

    @Override
    public boolean inTimeOrder() {
        return survey.inTimeOrder();
    }

    @Override
    public boolean fill(TickPage page) {
        page.clear();
        while (!page.isFull() && !ended) {
            Row row = rows.next();
            if (row == null) {
                end();
            } else {
                watch.row();
                take(row, page);
            }
        }
        return page.count() > 0;
    }

    private void take(Row row, TickPage page) {
        String reason = parser.read(row) ? misfit() : parser.reason();
        if (reason.isEmpty()) {
            try {
                append(page);
                return;
            } catch (ArithmeticException e) {
                reason = "a number is too large for the decimals that " + instrument.symbol() + " keeps ("
                        + instrument.priceScale() + " of a price, " + instrument.quantityScale() + " of a quantity)";
            }
        }
        rejected++;
        if (rejections.size() < Rejection.KEPT) {
            rejections.add(new Rejection(row.line(), reason));
        }
    }

    /// Says why a well-formed row cannot be taken into this instrument; empty if it can.
    private String misfit() {
        EpochUnit unit = parser.unit();
        if (unit != survey.unit()) {
            return "time is in " + unit + " where the file counts in " + survey.unit();
        }
        int price = parser.bid.decimals();
        int quantity = parser.bidSize.decimals();
        if (layout.columns().areQuotes()) {
            price = Math.max(price, parser.ask.decimals());
            quantity = Math.max(quantity, parser.askSize.decimals());
        }
        if (price > instrument.priceScale()) {
            return tooFine("price", price, instrument.priceScale());
        }
        return quantity > instrument.quantityScale() ? tooFine("quantity", quantity, instrument.quantityScale()) : "";
    }

    private String tooFine(String what, int needed, int kept) {
        String wayOut = needed > Instrument.MAX_SCALE
                ? "no more than " + Instrument.MAX_SCALE + " can be held; round it in the file"
                : "import the file under another symbol, or round it in the file";
        return what + " needs " + needed + " decimals where " + instrument.symbol() + " keeps " + kept + " (" + wayOut
                + ")";
    }

    private void append(TickPage page) {
        long bid = parser.bid.units(instrument.priceScale());
        long bidSize = parser.bidSize.units(instrument.quantityScale());
        if (layout.columns().areQuotes()) {
            long ask = parser.ask.units(instrument.priceScale());
            page.appendQuote(parser.timeNs(), bid, ask, bidSize, parser.askSize.units(instrument.quantityScale()));
            crossed += ask < bid ? 1 : 0;
        } else {
            page.appendTrade(parser.timeNs(), bid, bidSize, parser.aggressor());
        }
        accepted++;
        outOfOrder += parser.timeNs() < lastNs ? 1 : 0;
        lastNs = parser.timeNs();
    }

    private void end() {
        ended = true;
        if (!rows.sha256().equals(survey.sha256())) {
            throw new StoreException(file.path() + " changed while it was read; nothing was imported; import it again"
                    + " once it is complete");
        }
        if (accepted == 0) {
            String first = rejections.isEmpty()
                    ? "there are none"
                    : "the first: " + rejections.getFirst().describe(file.name());
            throw new StoreException(file.path() + ": none of its " + rejected + " rows is a tick (" + first
                    + "); nothing was imported; check that it was exported as ticks");
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
        rows.close();
    }
}
