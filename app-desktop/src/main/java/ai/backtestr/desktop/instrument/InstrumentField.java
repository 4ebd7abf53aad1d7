package ai.backtestr.desktop.instrument;

import ai.backtestr.engine.instrument.Instrument;

/// What can be edited of an instrument, in the order in which it is shown.
public enum InstrumentField {
    BASE("base", "Base currency", "What a unit of quantity is: EUR, BTC, or the symbol itself."),
    QUOTE("quote", "Quote currency", "What prices, profit and cash are in."),
    TICK_SIZE("tick-size", "Tick size", "Step of order prices; orders between two steps are rejected."),
    LOT("lot", "Lot size", "Units that are called a lot; what a commission per lot counts in."),
    STEP("step", "Quantity step", "Step of order quantities; orders between two steps are rejected."),
    MIN_QUANTITY("min-quantity", "Smallest quantity", "Orders below it are rejected, unless they close a position."),
    CONTRACT_SIZE(
            "contract-size",
            "Contract size",
            "Money per point of price and unit of quantity: 50 of an E-mini S&P 500, 1 of shares and currencies."),
    CALENDAR("calendar", "Calendar", "When its trading days begin: 24x7, forex, futures or stocks."),
    ZONE("zone", "Zone", "The zone whose clock the calendar goes by, like America/New_York.");

    private final String option;
    private final String title;
    private final String description;

    InstrumentField(String option, String title, String description) {
        this.option = option;
        this.title = title;
        this.description = description;
    }

    /// Returns what it is called in files and, with two hyphens before it, on the command line.
    public String option() {
        return option;
    }

    /// Returns what it is shown as.
    public String title() {
        return title;
    }

    /// Returns what it means, in a sentence.
    public String description() {
        return description;
    }

    /// Writes it as [InstrumentEdit] reads it.
    public String text(Instrument of) {
        return switch (this) {
            case BASE -> of.contract().baseCurrency();
            case QUOTE -> of.quoteCurrency();
            case TICK_SIZE -> of.formatPrice(of.contract().tickSize());
            case LOT -> of.contract().lotSize().toPlainString();
            case STEP -> of.formatQuantity(of.contract().quantityStep());
            case MIN_QUANTITY -> of.formatQuantity(of.contract().minQuantity());
            case CONTRACT_SIZE -> of.contract().contractSize().toPlainString();
            case CALENDAR -> of.calendar().name();
            case ZONE ->
                of.calendar().zone().getId().equals("Z")
                        ? "UTC"
                        : of.calendar().zone().getId();
        };
    }
}
