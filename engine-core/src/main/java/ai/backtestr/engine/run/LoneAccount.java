package ai.backtestr.engine.run;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.MarginLevel;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.Market;

/// An account that holds one instrument and is in its quote currency. Engine thread only.
record LoneAccount(Instrument instrument, Market market, Account account, MarginLevel margin) implements AccountView {
    @Override
    public long timeNs() {
        return market.timeNs();
    }

    @Override
    public String currency() {
        return instrument.quoteCurrency();
    }

    @Override
    public long equity() {
        return account.equity(market);
    }

    @Override
    public long usedMargin() {
        return margin.used(account.exposure(market));
    }

    @Override
    public long toAccountCurrency(long amount) {
        return amount;
    }

    @Override
    public long toQuoteCurrency(long amount) {
        return amount;
    }
}
