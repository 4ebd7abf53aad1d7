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

/// The ticks of an import's files, at the instrument's scales, and the rows that are none.
///
/// [#fill] throws [Misjudged] where a plan that is not exact turns out wrong.
final class ImportedTicks implements IncomingTicks, AutoCloseable {
    private final ImportPlan plan;
    private final Instrument instrument;
    private final boolean newInstrument;
    private final ImportBatches batches;
    private final ImportWatch watch;
    private final List<Rejection> rejections = new ArrayList<>();
    private @Nullable TickBatch batch;
    private int nextOfBatch;
    private int file;
    private FileFacts factsOfFile = new FileFacts();
    private long acceptedOfFile;
    private long rejectedOfFile;
    private @Nullable Rejection firstOfFile;
    private long accepted;
    private long rejected;
    private long outOfOrder;
    private long crossed;
    private long lastNs = Long.MIN_VALUE;

    /// @param newInstrument whether the instrument's scales are those that the plan expects
    ImportedTicks(
            ImportPlan plan, Instrument instrument, boolean newInstrument, ImportOptions options, ImportWatch watch) {
        this.plan = plan;
        this.instrument = instrument;
        this.newInstrument = newInstrument;
        this.watch = watch;
        List<FilePlan> files = plan.files().stream()
                .map(planned -> new FilePlan(
                        planned.file(),
                        new TickTaker(instrument, planned.facts().unit(), options.rejectCrossed())))
                .toList();
        batches = new ImportBatches(files, watch);
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public Origin origin() {
        return plan.origin();
    }

    @Override
    public boolean inTimeOrder() {
        return plan.inTimeOrder();
    }

    @Override
    public boolean fill(TickPage page) {
        page.clear();
        for (TickBatch from = current(); from != null && !page.isFull(); from = current()) {
            nextOfBatch += from.ticks().copyTo(page, nextOfBatch);
            if (nextOfBatch == from.count()) {
                endBatch(from);
            }
        }
        return page.count() > 0;
    }

    /// Returns the batch at hand or else the next, `null` after the last.
    private @Nullable TickBatch current() {
        if (batch == null) {
            TickBatch next = batches.next();
            if (next != null) {
                begin(next);
            }
            batch = next;
            nextOfBatch = 0;
        }
        return batch;
    }

    private void begin(TickBatch next) {
        factsOfFile.take(next.facts);
        watch.rows(next.count() + next.refused);
        for (TickBatch.Refusal refusal : next.refusals) {
            reject(new Rejection(source().name(), next.linesAbove + refusal.line(), refusal.reason()));
        }
        rejected += next.refused;
        rejectedOfFile += next.refused;
        accepted += next.count();
        acceptedOfFile += next.count();
        crossed += next.crossed;
        outOfOrder += next.outOfOrder;
        if (next.count() > 0) {
            outOfOrder += next.timeNs(0) < lastNs ? 1 : 0;
            lastNs = next.timeNs(next.count() - 1);
        }
        requireExpected();
    }

    private SourceFile source() {
        return plan.files().get(file).file().source();
    }

    private void reject(Rejection rejection) {
        if (firstOfFile == null) {
            firstOfFile = rejection;
        }
        if (rejections.size() < Rejection.KEPT) {
            rejections.add(rejection);
        }
    }

    private void requireExpected() {
        if (plan.exact()) {
            return;
        }
        boolean finer = newInstrument
                && (factsOfFile.priceScale() > instrument.priceScale()
                        || factsOfFile.quantityScale() > instrument.quantityScale());
        if (finer || outOfOrder > 0) {
            throw new Misjudged();
        }
    }

    private void endBatch(TickBatch ended) {
        batch = null;
        batches.free(ended);
        if (ended.last) {
            endFile();
        }
    }

    private void endFile() {
        ImportPlan.Planned ended = plan.files().get(file);
        if (factsOfFile.unit() != ended.facts().unit()) {
            throw new Misjudged();
        }
        ended.fingerprint().requireUnchanged();
        Rejection first = firstOfFile;
        if (acceptedOfFile == 0 && first != null) {
            throw new StoreException(
                    source().where() + ": none of its " + rejectedOfFile + " rows is a tick (the first: "
                            + first.describe() + "); nothing was imported; check that it was exported as ticks");
        }
        if (file + 1 == plan.files().size() && accepted == 0) {
            throw new StoreException(source().where() + " holds no ticks; nothing was imported");
        }
        file++;
        factsOfFile = new FileFacts();
        acceptedOfFile = 0;
        rejectedOfFile = 0;
        firstOfFile = null;
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
        batches.close();
    }
}
