package ai.backtestr.data.synthetic;

import ai.backtestr.data.store.IncomingTicks;
import ai.backtestr.data.store.Origin;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.Tally;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.synthetic.SyntheticQuotes;
import ai.backtestr.engine.tick.TickPage;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Synthetic quotes on their way into the store.
final class GeneratedTicks implements IncomingTicks {
    private final SyntheticQuotes quotes;
    private final Instrument instrument;
    private final Origin origin;
    private final GenerationProgress progress;
    private final Thread caller = Thread.currentThread();

    GeneratedTicks(SyntheticQuotes quotes, Instrument instrument, Origin origin, GenerationProgress progress) {
        this.quotes = quotes;
        this.instrument = instrument;
        this.origin = origin;
        this.progress = progress;
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
        return true;
    }

    @Override
    public boolean fill(TickPage page) {
        if (progress.cancelled() || caller.isInterrupted()) {
            throw new CancellationException("the generation was cancelled; nothing was stored");
        }
        boolean filled = quotes.fill(page);
        progress.update(quotes.count(), quotes.timeNs());
        return filled;
    }

    @Override
    public Tally tally() {
        return new Tally(quotes.count(), quotes.count(), 0, 0, 0);
    }

    @Override
    public List<Rejection> rejections() {
        return List.of();
    }
}
