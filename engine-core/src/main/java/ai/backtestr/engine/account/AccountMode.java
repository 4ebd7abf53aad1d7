package ai.backtestr.engine.account;

/// How executions add up to positions.
public enum AccountMode {
    /// One position; what is bought closes what was sold, first in, first out.
    NETTING,
    /// One position for each order that opened one, closed by an order that names it; long and short side by side.
    HEDGING
}
