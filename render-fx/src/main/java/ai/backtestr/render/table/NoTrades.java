package ai.backtestr.render.table;

/// The rows of a table that has not been given any.
final class NoTrades implements TradeRows {
    @Override
    public int count() {
        return 0;
    }

    @Override
    public int priceScale() {
        return 0;
    }

    @Override
    public int quantityScale() {
        return 0;
    }

    @Override
    public int moneyScale() {
        return 0;
    }

    @Override
    public long number(int row) {
        throw new IndexOutOfBoundsException(row);
    }

    @Override
    public boolean isLong(int row) {
        throw new IndexOutOfBoundsException(row);
    }

    @Override
    public long entryTimeNs(int row) {
        throw new IndexOutOfBoundsException(row);
    }

    @Override
    public long entryPrice(int row) {
        throw new IndexOutOfBoundsException(row);
    }

    @Override
    public long exitTimeNs(int row) {
        throw new IndexOutOfBoundsException(row);
    }

    @Override
    public long exitPrice(int row) {
        throw new IndexOutOfBoundsException(row);
    }

    @Override
    public long quantity(int row) {
        throw new IndexOutOfBoundsException(row);
    }

    @Override
    public long profit(int row) {
        throw new IndexOutOfBoundsException(row);
    }

    @Override
    public long fees(int row) {
        throw new IndexOutOfBoundsException(row);
    }

    @Override
    public long adverseExcursion(int row) {
        throw new IndexOutOfBoundsException(row);
    }

    @Override
    public long favourableExcursion(int row) {
        throw new IndexOutOfBoundsException(row);
    }
}
