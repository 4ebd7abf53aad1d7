package ai.backtestr.desktop.window;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.render.table.TradeRows;

/// The trades of a run as a table reads them.
///
/// @param result the run
record ResultTradeRows(BacktestResult result) implements TradeRows {
    private Trade trade(int row) {
        return result.trades().get(row);
    }

    @Override
    public int count() {
        return result.trades().size();
    }

    @Override
    public int priceScale() {
        return result.instrument().priceScale();
    }

    @Override
    public int quantityScale() {
        return result.instrument().quantityScale();
    }

    @Override
    public int moneyScale() {
        return Money.SCALE;
    }

    @Override
    public long number(int row) {
        return trade(row).number();
    }

    @Override
    public boolean isLong(int row) {
        return trade(row).side() == Side.BUY;
    }

    @Override
    public long entryTimeNs(int row) {
        return trade(row).entryNs();
    }

    @Override
    public long entryPrice(int row) {
        return trade(row).entryPrice();
    }

    @Override
    public long exitTimeNs(int row) {
        return trade(row).exitNs();
    }

    @Override
    public long exitPrice(int row) {
        return trade(row).exitPrice();
    }

    @Override
    public long quantity(int row) {
        return trade(row).quantity();
    }

    @Override
    public long profit(int row) {
        return trade(row).profit();
    }

    @Override
    public long fees(int row) {
        return trade(row).fees();
    }
}
