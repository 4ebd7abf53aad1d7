package ai.backtestr.engine.tick;

/// What the ticks of a block are, all of them.
enum BlockKind {
    /// Not looked at yet.
    UNKNOWN,
    /// Some go back in time or have no price above zero, or quotes and trades are mixed.
    UNSOUND,
    /// Quotes in order of time, none of them crossed.
    QUOTES,
    /// Quotes in order of time, some with the ask below the bid.
    CROSSED_QUOTES,
    /// Trades in order of time.
    TRADES
}
