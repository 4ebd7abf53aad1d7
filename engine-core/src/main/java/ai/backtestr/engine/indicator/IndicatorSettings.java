package ai.backtestr.engine.indicator;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.strategy.ParameterValues;

/// What an indicator is made from.
///
/// @param values a value for each of its parameters
/// @param input the price it works on, for those that can work on several
/// @param calendar when trading days begin, for those that begin anew with each
public record IndicatorSettings(ParameterValues values, InputPrice input, TradingCalendar calendar) {
    int bars(String name) {
        return values.wholeNumber(name);
    }

    double number(String name) {
        return values.decimal(name).doubleValue();
    }
}
