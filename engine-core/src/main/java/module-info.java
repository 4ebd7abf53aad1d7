/// Ticks, bars, strategies, orders, accounts and statistics: everything a backtest is, without a database or a window.
@org.jspecify.annotations.NullMarked
module ai.backtestr.engine {
    requires static org.jspecify;

    exports ai.backtestr.engine.instrument;
    exports ai.backtestr.engine.number;
    exports ai.backtestr.engine.tick;
    exports ai.backtestr.engine.time;
}
