package ai.backtestr.engine.strategy;

/// The numbers of a bracket's orders.
///
/// @param entry the order that enters
/// @param stop the order that ends it at a loss; 0 if there is none
/// @param target the order that ends it at a profit; 0 if there is none
public record Bracket(long entry, long stop, long target) {}
