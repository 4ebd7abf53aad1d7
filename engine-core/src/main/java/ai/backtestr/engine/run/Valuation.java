package ai.backtestr.engine.run;

import ai.backtestr.engine.account.MarginLevel;
import ai.backtestr.engine.account.SharedAccount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The account and the markets of all its instruments at the present moment. Engine thread only.
final class Valuation {
    private final SharedAccount account;
    private final String currency;
    private final MarginLevel level;
    private final List<InstrumentDesk> desks = new ArrayList<>();
    private long nowNs = Long.MIN_VALUE;

    Valuation(SharedAccount account, PortfolioSpec spec) {
        this.account = account;
        currency = spec.currency();
        level = new MarginLevel(spec.base().leverage());
    }

    void add(InstrumentDesk desk) {
        desks.add(desk);
    }

    List<InstrumentDesk> desks() {
        return desks;
    }

    void toTime(long timeNs) {
        nowNs = timeNs;
    }

    long nowNs() {
        return nowNs;
    }

    String currency() {
        return currency;
    }

    MarginLevel level() {
        return level;
    }

    /// Returns what was booked.
    long balance() {
        return account.balance();
    }

    boolean holds() {
        return account.hasPosition();
    }

    /// Returns the balance plus what is open of every instrument.
    long equity() {
        long equity = account.balance();
        for (int i = 0; i < desks.size(); i++) {
            InstrumentDesk desk = desks.get(i);
            if (desk.book.hasPosition()) {
                equity = Math.addExact(equity, desk.book.openProfit(desk.market));
            }
        }
        return equity;
    }

    /// Returns what all that is held is worth.
    long exposure() {
        return exposureBeside(null);
    }

    /// Returns what is held is worth, but for that of one desk.
    long exposureBeside(@Nullable InstrumentDesk but) {
        long exposure = 0;
        for (int i = 0; i < desks.size(); i++) {
            InstrumentDesk desk = desks.get(i);
            if (desk != but && desk.book.hasPosition()) {
                exposure = Math.addExact(exposure, desk.book.exposure(desk.market));
            }
        }
        return exposure;
    }
}
