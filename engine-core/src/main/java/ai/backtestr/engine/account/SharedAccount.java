package ai.backtestr.engine.account;

import ai.backtestr.engine.currency.Conversion;
import ai.backtestr.engine.instrument.ContractValue;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// An account in one currency that holds several instruments, each in a book of its own. Engine thread only.
///
/// The balance is the starting cash plus all that was booked: profit of what was closed, swap, less commission.
/// Equity is the balance plus what is open of every instrument. Each amount was rounded once when it was converted,
/// and all totals are sums of booked amounts: the profits of all trades, less the fees and plus the swap of what is
/// still open, plus the open profit are the change of equity to the last unit.
public final class SharedAccount implements Books {
    private final AccountMode mode;
    private final long startingCash;
    private final List<InstrumentBook> books = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();
    private final List<ClosedWorth> worths = new ArrayList<>();
    private long balance;

    /// How quantities of a closed trade are valued.
    ///
    /// @param rate the middle of its quote currency's rate when it was closed
    private record ClosedWorth(ContractValue value, BigDecimal rate) {}

    /// Opens an account with `startingCash`, as [Money].
    public SharedAccount(long startingCash, AccountMode mode) {
        this.startingCash = startingCash;
        this.mode = mode;
        this.balance = startingCash;
    }

    /// Opens the book of another instrument.
    public InstrumentBook open(Instrument instrument, Conversion conversion) {
        InstrumentBook book = new InstrumentBook(this, instrument, conversion, mode);
        books.add(book);
        return book;
    }

    /// Returns the books, in the order in which they were opened; a view.
    public List<InstrumentBook> books() {
        return Collections.unmodifiableList(books);
    }

    void add(long amount) {
        balance = Math.addExact(balance, amount);
    }

    void add(Trade trade, BigDecimal rate, ContractValue value) {
        trades.add(trade);
        worths.add(new ClosedWorth(value, rate));
    }

    /// Returns how executions add up to positions.
    public AccountMode mode() {
        return mode;
    }

    /// Returns starting cash plus all that was booked.
    public long balance() {
        return balance;
    }

    /// Tells whether anything is held of any instrument.
    public boolean hasPosition() {
        for (int i = 0; i < books.size(); i++) {
            if (books.get(i).hasPosition()) {
                return true;
            }
        }
        return false;
    }

    /// Returns the rate in the middle at which the worths of a closed trade are converted: that of its exit.
    public BigDecimal rateAtExit(Trade trade) {
        return worths.get(trade.number() - 1).rate;
    }

    /// {@inheritDoc} In the account's currency, at the middle of the rate when the trade was closed.
    @Override
    public long worth(Trade trade, long price) {
        ClosedWorth closed = worths.get(trade.number() - 1);
        long worth = closed.value.of(price, trade.quantity());
        return Money.round(BigDecimal.valueOf(worth, Money.SCALE).multiply(closed.rate));
    }

    @Override
    public long startingCash() {
        return startingCash;
    }

    @Override
    public List<Trade> trades() {
        return Collections.unmodifiableList(trades);
    }

    @Override
    public long fees() {
        return books.stream().mapToLong(InstrumentBook::fees).sum();
    }

    @Override
    public long slippage() {
        return books.stream().mapToLong(InstrumentBook::slippage).sum();
    }

    @Override
    public long swap() {
        return books.stream().mapToLong(InstrumentBook::swap).sum();
    }
}
