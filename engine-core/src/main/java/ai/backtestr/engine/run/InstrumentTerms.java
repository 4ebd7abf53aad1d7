package ai.backtestr.engine.run;

import ai.backtestr.engine.account.SwapModel;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.order.ExecutionModel;

/// How one of several instruments is traded.
///
/// @param commission what executions cost
/// @param execution how orders meet the market; prices in it are at the instrument's price scale
/// @param swap what holding it over night earns or costs, in its quote currency
public record InstrumentTerms(CommissionModel commission, ExecutionModel execution, SwapModel swap) {
    /// Returns the terms of the main instrument of a run.
    public static InstrumentTerms ofMain(BacktestSpec spec) {
        return new InstrumentTerms(
                spec.commission(), spec.execution(), spec.account().swap());
    }
}
