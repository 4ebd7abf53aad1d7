/// Ticks, bars, strategies, orders, accounts and statistics: everything a backtest is, without a database or a
/// window.
@org.jspecify.annotations.NullMarked
module ai.backtestr.engine {
    requires static transitive org.jspecify;
    requires com.lmax.disruptor;
    requires java.management;
    requires jdk.jfr;
    requires org.agrona;
    requires HdrHistogram;

    exports ai.backtestr.engine.account;
    exports ai.backtestr.engine.bar;
    exports ai.backtestr.engine.currency;
    exports ai.backtestr.engine.explanation;
    exports ai.backtestr.engine.honesty;
    exports ai.backtestr.engine.indicator;
    exports ai.backtestr.engine.instrument;
    exports ai.backtestr.engine.monitor;
    exports ai.backtestr.engine.number;
    exports ai.backtestr.engine.order;
    exports ai.backtestr.engine.replay;
    exports ai.backtestr.engine.run;
    exports ai.backtestr.engine.snapshot;
    exports ai.backtestr.engine.statistics;
    exports ai.backtestr.engine.strategy;
    exports ai.backtestr.engine.synthetic;
    exports ai.backtestr.engine.thread;
    exports ai.backtestr.engine.strategy.builtin;
    exports ai.backtestr.engine.tick;
    exports ai.backtestr.engine.time;
}
