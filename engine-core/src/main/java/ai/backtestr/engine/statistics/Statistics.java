package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.Books;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.order.Side;
import java.util.List;
import java.util.stream.Stream;

/// The figures of a run, in the order in which they are shown. Nothing in it changes any more, so any thread may
/// read it.
///
/// Money is exact. Ratios are worked out in `double`. Daily figures are of the equity at the end of the trading
/// days that had ticks. There is no risk-free rate.
public final class Statistics {
    private final List<Statistic> all;
    private final List<Statistic> ofLong;
    private final List<Statistic> ofShort;
    private final List<MonthProfit> byMonth;

    private Statistics(
            List<Statistic> all, List<Statistic> ofLong, List<Statistic> ofShort, List<MonthProfit> byMonth) {
        this.all = all;
        this.ofLong = ofLong;
        this.ofShort = ofShort;
        this.byMonth = byMonth;
    }

    /// Works the figures out. `daysPerYear` annualises; see [ai.backtestr.engine.instrument.TradingCalendar].
    public static Statistics of(Books account, EquityCurve curve, int daysPerYear) {
        long startEquity = account.startingCash();
        List<Statistic> all = Stream.of(
                        AccountFigures.of(account, curve, daysPerYear),
                        DrawdownFigures.of(startEquity, curve, daysPerYear),
                        RiskFigures.of(DailyReturns.of(startEquity, curve.dayEnds()), daysPerYear),
                        MarketFigures.of(startEquity, curve, daysPerYear),
                        TradeFigures.of(account, account.trades()))
                .flatMap(List::stream)
                .toList();
        return new Statistics(
                all,
                TradeFigures.of(account, tradesOf(account, Side.BUY)),
                TradeFigures.of(account, tradesOf(account, Side.SELL)),
                MonthProfit.of(curve, startEquity));
    }

    private static List<Trade> tradesOf(Books account, Side side) {
        return account.trades().stream().filter(trade -> trade.side() == side).toList();
    }

    /// Works out the figures of some of the closed trades of an account, such as those of one instrument.
    public static List<Statistic> ofTrades(Books account, List<Trade> trades) {
        return TradeFigures.of(account, trades);
    }

    /// Returns all figures.
    public List<Statistic> all() {
        return all;
    }

    /// Returns the figures of the closed trades that `side` entered: long ones by buying, short ones by selling.
    /// Their ids are those of all trades.
    public List<Statistic> bySide(Side side) {
        return side == Side.BUY ? ofLong : ofShort;
    }

    /// Returns what equity gained in each month, oldest first; the profits add up to the net profit.
    public List<MonthProfit> byMonth() {
        return byMonth;
    }

    /// Returns the figure called `id`.
    ///
    /// @throws IllegalArgumentException if there is none
    public Statistic get(String id) {
        return all.stream()
                .filter(statistic -> statistic.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no statistic is called '" + id + "'"));
    }
}
