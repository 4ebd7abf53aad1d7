package ai.backtestr.engine.strategy;

/// The numbers of a bracket's three orders.
///
/// @param entry the order that enters
/// @param stop the order that ends it at a loss
/// @param target the order that ends it at a profit
public record Bracket(long entry, long stop, long target) {}
