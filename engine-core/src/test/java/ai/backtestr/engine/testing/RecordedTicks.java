package ai.backtestr.engine.testing;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.util.ArrayList;
import java.util.List;

/// Ticks held in a list, as the plainest possible source.
public final class RecordedTicks implements TickSource {
    /// One tick, `taker` being the flag of a trade's aggressor or 0; of a trade, `bid` and `ask` are its price and both
    /// sizes its quantity.
    public record Tick(long timeNs, long bid, long ask, long bidSize, long askSize, boolean isTrade, byte taker) {}

    private final Instrument instrument;
    private final List<Tick> ticks;
    private int next;

    public RecordedTicks(Instrument instrument, List<Tick> ticks) {
        this.instrument = instrument;
        this.ticks = ticks;
    }

    /// Returns a source of the first `count` of these ticks.
    public RecordedTicks first(int count) {
        return new RecordedTicks(instrument, ticks.subList(0, count));
    }

    public static Tick quote(long timeNs, long bid, long ask) {
        return quote(timeNs, bid, ask, 0, 0);
    }

    public static Tick quote(long timeNs, long bid, long ask, long bidSize, long askSize) {
        return new Tick(timeNs, bid, ask, bidSize, askSize, false, (byte) 0);
    }

    public static Tick trade(long timeNs, long price, long quantity) {
        return trade(timeNs, price, quantity, (byte) 0);
    }

    public static Tick trade(long timeNs, long price, long quantity, byte taker) {
        return new Tick(timeNs, price, price, quantity, quantity, true, taker);
    }

    public List<Tick> ticks() {
        return new ArrayList<>(ticks);
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public boolean hasTrades() {
        return ticks.stream().anyMatch(Tick::isTrade);
    }

    @Override
    public String dataDigest() {
        return Integer.toHexString(ticks.hashCode());
    }

    @Override
    public long tickCount() {
        return ticks.size();
    }

    @Override
    public boolean fill(TickPage page) {
        page.clear();
        while (!page.isFull() && next < ticks.size()) {
            Tick tick = ticks.get(next++);
            byte flags = tick.isTrade() ? (byte) (TickFlags.TRADE | tick.taker()) : TickFlags.QUOTE;
            page.append(tick.timeNs(), tick.bid(), tick.ask(), tick.bidSize(), tick.askSize(), flags);
        }
        return page.count() > 0;
    }

    @Override
    public void close() {}
}
