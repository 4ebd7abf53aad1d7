package ai.backtestr.engine.run;

import ai.backtestr.engine.currency.Conversion;

/// The account as it is seen from one of its instruments. Engine thread only.
record DeskAccount(InstrumentDesk desk, Valuation valuation) implements AccountView {
    @Override
    public long timeNs() {
        return valuation.nowNs();
    }

    @Override
    public String currency() {
        return valuation.currency();
    }

    @Override
    public long equity() {
        return valuation.equity();
    }

    @Override
    public long usedMargin() {
        return valuation.level().used(valuation.exposure());
    }

    @Override
    public long toAccountCurrency(long amount) {
        Conversion conversion = desk.book.conversion();
        return conversion.isKnown() ? conversion.worth(amount) : 0;
    }

    @Override
    public long toQuoteCurrency(long amount) {
        Conversion conversion = desk.book.conversion();
        return conversion.isKnown() ? conversion.worthBack(amount) : 0;
    }
}
