package ai.backtestr.engine.strategy;

import ai.backtestr.engine.instrument.Instrument;

/// What a strategy can see and do while it runs: the present, never what comes after.
public interface StrategyContext {
    /// Returns the instrument traded.
    Instrument instrument();

    /// Returns the time of the present tick, nanoseconds since the epoch, UTC.
    long timeNs();

    /// Returns the bid, at the instrument's price scale; of an instrument without quotes, the last trade's price.
    long bid();

    /// Returns the ask, at the instrument's price scale; of an instrument without quotes, the last trade's price.
    long ask();

    /// Returns the quantity held: above 0 long, below 0 short, at the instrument's quantity scale.
    long position();

    /// Returns cash plus the position at what closing it would get now, as [ai.backtestr.engine.number.Money].
    long equity();

    /// Orders to buy `quantity`, above 0, at the market, on the next tick at the earliest.
    ///
    /// @return the order's number
    long buy(long quantity);

    /// Orders to sell `quantity`, above 0, at the market, on the next tick at the earliest.
    ///
    /// @return the order's number
    long sell(long quantity);
}
