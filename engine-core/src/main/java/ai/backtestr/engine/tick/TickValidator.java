package ai.backtestr.engine.tick;

/// Keeps out ticks that cannot be: those that go back in time and those without a positive price. Engine thread
/// only.
///
/// A store hands out ticks that were checked on import, so a rejection here means a fault in a source; it is
/// counted and the first is kept for the report. Crossed quotes are let through; see
/// [ai.backtestr.engine.order.Market] for how they are traded.
public final class TickValidator {
    private long firstNs;
    private long lastNs = Long.MIN_VALUE;
    private long accepted;
    private long rejected;
    private String firstReason = "";

    /// Has seen no tick yet.
    public TickValidator() {}

    /// Tells whether the tick can be used, and counts it.
    public boolean accepts(long timeNs, long bid, long ask) {
        if (timeNs < lastNs || bid <= 0 || ask <= 0) {
            reject(timeNs, bid, ask);
            return false;
        }
        if (accepted == 0) {
            firstNs = timeNs;
        }
        lastNs = timeNs;
        accepted++;
        return true;
    }

    /// Takes in `count` more ticks that were found sound, the last of them at `timeNs`. They are not the first.
    public void accept(int count, long timeNs) {
        accepted += count;
        lastNs = timeNs;
    }

    /// Returns the time from which the next tick may be; `Long.MIN_VALUE` before the first.
    public long earliestNs() {
        return lastNs;
    }

    private void reject(long timeNs, long bid, long ask) {
        if (rejected == 0) {
            String reason = timeNs < lastNs ? "its time is before the last one's" : "a price is not above zero";
            firstReason =
                    "tick " + (accepted + 1) + " (time " + timeNs + " ns, bid " + bid + ", ask " + ask + "): " + reason;
        }
        rejected++;
    }

    /// Returns how many ticks were let through.
    public long accepted() {
        return accepted;
    }

    /// Returns the time of the first tick let through, nanoseconds since the epoch, UTC; 0 before there was one.
    public long firstNs() {
        return firstNs;
    }

    /// Returns the time of the last tick let through; 0 before there was one.
    public long lastNs() {
        return accepted == 0 ? 0 : lastNs;
    }

    /// Returns how many were kept out.
    public long rejected() {
        return rejected;
    }

    /// Says which tick was kept out first and why; empty if none was.
    public String firstReason() {
        return firstReason;
    }
}
