package ai.backtestr.desktop.workspace;

import ai.backtestr.engine.currency.CurrencyPair;

/// A rate that a run needs is missing, or does not reach over it.
///
/// @param trouble what is wrong and what else helps
/// @param pair whose rate can be stated instead
record RateProblem(String trouble, CurrencyPair pair) {
    /// Says so on the command line.
    String onCommandLine() {
        return trouble + ", or state it with --rate " + pair + "=…";
    }

    /// Says so beside the field for rates.
    String atField() {
        return trouble + ", or state it here, as " + pair + "=…";
    }
}
