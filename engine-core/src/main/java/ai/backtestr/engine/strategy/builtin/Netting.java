package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.strategy.StrategyContext;

/// For strategies that work on one netted position.
final class Netting {
    private Netting() {}

    static void require(StrategyContext context) {
        if (context.accountMode() != AccountMode.NETTING) {
            throw new IllegalStateException(
                    "this strategy buys and sells around one position; run it in an account that nets positions");
        }
    }
}
