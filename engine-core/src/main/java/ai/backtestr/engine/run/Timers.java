package ai.backtestr.engine.run;

import java.util.PriorityQueue;

/// Times at which a strategy wants to be woken, the first of them the first tick. Engine thread only.
final class Timers {
    private final PriorityQueue<Long> waiting = new PriorityQueue<>();
    private long nextNs = Long.MIN_VALUE; // the first tick, whenever it comes

    /// Says that the first tick has come.
    void begin() {
        nextNs = Long.MAX_VALUE;
    }

    void add(long timeNs, long nowNs) {
        if (timeNs <= nowNs) {
            throw new IllegalArgumentException("a timer at " + timeNs + " ns is not after the present, " + nowNs);
        }
        waiting.add(timeNs);
        nextNs = waiting.element();
    }

    boolean isDue(long nowNs) {
        return nowNs >= nextNs;
    }

    /// Returns when the next is due; `Long.MAX_VALUE` if none is.
    long nextNs() {
        return nextNs;
    }

    /// Takes out the earliest.
    long next() {
        long dueNs = waiting.remove();
        nextNs = waiting.isEmpty() ? Long.MAX_VALUE : waiting.element();
        return dueNs;
    }
}
