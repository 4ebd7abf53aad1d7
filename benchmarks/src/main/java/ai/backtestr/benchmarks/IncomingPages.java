package ai.backtestr.benchmarks;

import ai.backtestr.data.store.IncomingTicks;
import ai.backtestr.data.store.Origin;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.Tally;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.util.List;

/// The ticks of a source on their way into a store.
final class IncomingPages implements IncomingTicks {
    private final TickSource source;
    private long made;

    IncomingPages(TickSource source) {
        this.source = source;
    }

    @Override
    public Instrument instrument() {
        return source.instrument();
    }

    @Override
    public Origin origin() {
        return new Origin(List.of("made up"), "made up", "made-up");
    }

    @Override
    public boolean inTimeOrder() {
        return true;
    }

    @Override
    public boolean fill(TickPage page) {
        boolean filled = source.fill(page);
        made += page.count();
        return filled;
    }

    @Override
    public Tally tally() {
        return new Tally(made, made, 0, 0, 0);
    }

    @Override
    public List<Rejection> rejections() {
        return List.of();
    }
}
