package ai.backtestr.render.table;

import java.util.Arrays;

/// Trades made from a few numbers each, counting how often a cell is read.
final class ListedTrades implements TradeRows {
    private static final long MINUTE_NS = 60_000_000_000L;
    /// 2020-01-06T00:00Z.
    private static final long START_NS = 1_578_268_800_000_000_000L;

    private final long[] profits;
    private int reads;

    ListedTrades(long... profits) {
        this.profits = profits.clone();
    }

    static ListedTrades many(int count) {
        long[] profits = new long[count];
        Arrays.setAll(profits, i -> (i * 7_919L) % 2_001 - 1_000);
        return new ListedTrades(profits);
    }

    int reads() {
        return reads;
    }

    @Override
    public int count() {
        return profits.length;
    }

    @Override
    public int priceScale() {
        return 5;
    }

    @Override
    public int quantityScale() {
        return 0;
    }

    @Override
    public int moneyScale() {
        return 2;
    }

    @Override
    public long number(int row) {
        reads++;
        return row + 1L;
    }

    @Override
    public boolean isLong(int row) {
        return row % 2 == 0;
    }

    @Override
    public long entryTimeNs(int row) {
        return START_NS + row * MINUTE_NS;
    }

    @Override
    public long entryPrice(int row) {
        return 107_120L + row;
    }

    @Override
    public long exitTimeNs(int row) {
        return entryTimeNs(row) + 90 * MINUTE_NS;
    }

    @Override
    public long exitPrice(int row) {
        return 107_130L + row;
    }

    @Override
    public long quantity(int row) {
        return 100_000;
    }

    @Override
    public long profit(int row) {
        return profits[row];
    }

    @Override
    public long fees(int row) {
        return 35;
    }

    @Override
    public long adverseExcursion(int row) {
        return 250L - 20L * row;
    }

    @Override
    public long favourableExcursion(int row) {
        return 905L + 1_000L * row;
    }
}
