package ai.backtestr.engine.thread;

/// How the two threads of a run wait for each other.
public enum Waiting {
    /// Never lets go of the core: the lowest latency, for a machine with a core to spare for each of the two
    /// threads.
    BUSY_SPIN,
    /// Spins, but lets others run first: low latency on a machine that is shared.
    YIELDING,
    /// Spins, yields, then sleeps for ever longer, up to a millisecond: little load, and no loss where ticks are
    /// plenty.
    SLEEPING,
    /// Sleeps until woken: the least load, for a laptop on its battery.
    BLOCKING
}
