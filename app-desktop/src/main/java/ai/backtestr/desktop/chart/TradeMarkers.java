package ai.backtestr.desktop.chart;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.render.chart.TradeMarker;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The trades of a run as a chart marks them.
public final class TradeMarkers {
    private TradeMarkers() {}

    /// Returns a marker for each trade of the instrument, of several the main one, in the same order.
    public static List<TradeMarker> of(BacktestResult result) {
        return of(result, result.instrument().symbol());
    }

    /// Returns a marker for each trade of the instrument of that symbol, in the same order.
    public static List<TradeMarker> of(BacktestResult result, String symbol) {
        return Arrays.stream(places(result, symbol))
                .mapToObj(place -> result.trades().get(place))
                .map(trade -> of(trade, result.instrumentOf(trade.ticket())))
                .toList();
    }

    /// Returns the places in the result of the trades that [#of(BacktestResult, String)] marks.
    public static int[] places(BacktestResult result, String symbol) {
        return IntStream.range(0, result.trades().size())
                .filter(place -> result.instrumentOf(result.trades().get(place).ticket())
                        .symbol()
                        .equals(symbol))
                .toArray();
    }

    /// Returns a marker for each of these trades, in the same order.
    public static List<TradeMarker> of(List<Trade> trades, Instrument instrument) {
        return trades.stream().map(trade -> of(trade, instrument)).toList();
    }

    private static TradeMarker of(Trade trade, Instrument instrument) {
        return new TradeMarker(
                trade.side() == Side.BUY,
                trade.entryNs(),
                FixedPoint.toDouble(trade.entryPrice(), instrument.priceScale()),
                trade.exitNs(),
                FixedPoint.toDouble(trade.exitPrice(), instrument.priceScale()),
                Money.toDouble(trade.profit()));
    }
}
