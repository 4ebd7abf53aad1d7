package ai.backtestr.engine.run;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.currency.Conversion;
import java.util.Arrays;

/// Between which amounts the equity of all positions stays over a stretch of ticks, whatever their order: each
/// position at the worst, or best, of its prices and rates. Engine thread only.
///
/// Positions and the balance stand still over a stretch, and what is open rises with what it is closed at and with the
/// rate or falls with it, rounding included, so the ends of the ranges bound it.
final class EquityBounds {
    private final SourceTicks[] sources;
    private final Valuation valuation;
    private final EquityCurve equity;
    private final SharedMargin margin;
    private final boolean[] isRateUsed; // by source
    private long least;
    private long most;
    private long mostWorth;

    EquityBounds(SourceTicks[] sources, Valuation valuation, EquityCurve equity, SharedMargin margin) {
        this.sources = sources;
        this.valuation = valuation;
        this.equity = equity;
        this.margin = margin;
        isRateUsed = new boolean[sources.length];
        for (SourceTicks source : sources) {
            isRateUsed[source.number] = Arrays.stream(sources).anyMatch(of -> uses(of, source));
        }
    }

    private static boolean uses(SourceTicks of, SourceTicks rate) {
        if (of.desk == null) {
            return false;
        }
        Conversion conversion = of.desk.book.conversion();
        return conversion.uses(rate.rate);
    }

    /// Looks at the stretch, over which something is held.
    void look() {
        for (SourceTicks source : sources) {
            if (isRateUsed[source.number]) {
                rangeOfRate(source);
            }
        }
        least = valuation.balance();
        most = least;
        mostWorth = 0;
        for (SourceTicks source : sources) {
            if (source.desk != null && source.desk.book.hasPosition()) {
                add(source, source.desk);
            }
        }
    }

    private static boolean moves(SourceTicks source) {
        return source.hasTick() && source.to > source.at;
    }

    private static void rangeOfRate(SourceTicks source) {
        if (moves(source)) {
            source.range();
            source.rate.range(source.sells, source.buys);
        } else {
            source.rate.stand();
        }
    }

    private void add(SourceTicks source, InstrumentDesk desk) {
        long lowestSell = Math.min(desk.market.bid(), desk.market.ask());
        long highestSell = lowestSell;
        long lowestBuy = Math.max(desk.market.bid(), desk.market.ask());
        long highestBuy = lowestBuy;
        if (moves(source) && source.matches()) {
            source.range();
            lowestSell = Math.min(lowestSell, source.sells.lowest());
            highestSell = Math.max(highestSell, source.sells.highest());
            lowestBuy = Math.min(lowestBuy, source.buys.lowest());
            highestBuy = Math.max(highestBuy, source.buys.highest());
        }
        least = Math.addExact(least, desk.book.openProfit(lowestSell, highestBuy, true));
        most = Math.addExact(most, desk.book.openProfit(highestSell, lowestBuy, false));
        mostWorth = Math.addExact(mostWorth, desk.book.mostExposure(highestSell, highestBuy));
    }

    /// Tells whether no margin level is passed over the stretch.
    boolean isCalm() {
        return margin.isCalm(least, mostWorth);
    }

    /// Tells whether the peak and the deepest falls of equity stay as they are over the stretch.
    boolean leaveExtremes() {
        return equity.isUnmovedBetween(least, most);
    }
}
