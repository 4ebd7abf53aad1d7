package ai.backtestr.desktop.window;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.Portfolio;
import ai.backtestr.render.table.TradeRows;
import java.util.List;

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

    private Instrument instrument(int row) {
        return result.instrumentOf(trade(row).ticket());
    }

    private List<Instrument> instruments() {
        Portfolio portfolio = result.portfolio();
        return portfolio == null
                ? List.of(result.instrument())
                : portfolio.instruments().stream()
                        .map(Portfolio.Traded::instrument)
                        .toList();
    }

    @Override
    public boolean namesSymbols() {
        return instruments().size() > 1;
    }

    @Override
    public String symbol(int row) {
        return instrument(row).symbol();
    }

    @Override
    public int symbolPlace(int row) {
        return instruments().indexOf(instrument(row));
    }

    @Override
    public int priceScale() {
        return instruments().stream().mapToInt(Instrument::priceScale).max().orElse(0);
    }

    @Override
    public int priceScale(int row) {
        return instrument(row).priceScale();
    }

    @Override
    public int quantityScale() {
        return instruments().stream().mapToInt(Instrument::quantityScale).max().orElse(0);
    }

    @Override
    public int quantityScale(int row) {
        return instrument(row).quantityScale();
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

    @Override
    public long adverseExcursion(int row) {
        return result.worth(trade(row), trade(row).adverseExcursion());
    }

    @Override
    public long favourableExcursion(int row) {
        return result.worth(trade(row), trade(row).favourableExcursion());
    }
}
