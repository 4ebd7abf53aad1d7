package ai.backtestr.engine.honesty;

/// What a check comes to.
public enum Verdict {
    /// Nothing speaks against the result.
    PASSED,
    /// The result may hold, but something is to be looked at first.
    DOUBTFUL,
    /// The result is not to be trusted.
    FAILED,
    /// The check says nothing about this run, or was not made.
    NOT_CHECKED;

    /// Returns the verdict for a share that should be low: passed below `doubtful`, failed from `failed` on.
    static Verdict ofLow(double share, double doubtful, double failed) {
        if (share >= failed) {
            return FAILED;
        }
        return share >= doubtful ? DOUBTFUL : PASSED;
    }
}
