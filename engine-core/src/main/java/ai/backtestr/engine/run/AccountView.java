package ai.backtestr.engine.run;

/// The account and the time as a strategy sees them from one of its instruments. Engine thread only.
interface AccountView {
    long timeNs();

    String currency();

    long equity();

    long usedMargin();

    /// Returns what an amount of the instrument's quote currency is worth in the account's; 0 while that is not
    /// known.
    long toAccountCurrency(long amount);

    long toQuoteCurrency(long amount);
}
