package ai.backtestr.render.table;

/// The closed trades a table lists, read by row. Nothing is asked of a row before it is on screen, except for
/// sorting, which reads one column.
///
/// Prices, quantities and money are fixed-point at the scales given here. All times are nanoseconds since the
/// epoch, UTC. The rows must not change while the table shows them; hand it a new object instead. Read on the FX
/// thread.
public interface TradeRows {
    /// Returns the number of rows.
    int count();

    /// Tells whether trades are of several instruments, whose symbols are shown then.
    default boolean namesSymbols() {
        return false;
    }

    /// Returns the symbol of the instrument traded.
    default String symbol(int row) {
        return "";
    }

    /// Returns the place of that instrument among all, by which the column is sorted.
    default int symbolPlace(int row) {
        return 0;
    }

    /// Returns the decimals of prices, 0 to 18; of several instruments, the most.
    int priceScale();

    /// Returns the decimals of the prices of a row.
    default int priceScale(int row) {
        return priceScale();
    }

    /// Returns the decimals of quantities, 0 to 18; of several instruments, the most.
    int quantityScale();

    /// Returns the decimals of the quantity of a row.
    default int quantityScale(int row) {
        return quantityScale();
    }

    /// Returns the decimals of profit, fees and excursions, 0 to 18.
    int moneyScale();

    /// Returns the trade's number as the user knows it.
    long number(int row);

    /// Tells whether it was bought first and sold later.
    boolean isLong(int row);

    /// Returns when it was opened.
    long entryTimeNs(int row);

    /// Returns the price it was opened at.
    long entryPrice(int row);

    /// Returns when it was closed.
    long exitTimeNs(int row);

    /// Returns the price it was closed at.
    long exitPrice(int row);

    /// Returns the quantity, 0 or more.
    long quantity(int row);

    /// Returns what it earned after fees, negative for a loss.
    long profit(int row);

    /// Returns the fees paid, 0 or more.
    long fees(int row);

    /// Returns how far it went against its holder while it was open, as money before fees, 0 or more.
    long adverseExcursion(int row);

    /// Returns how far it went in favour of its holder while it was open, as money before fees, 0 or more.
    long favourableExcursion(int row);

    /// Returns no rows.
    static TradeRows none() {
        return new NoTrades();
    }
}
