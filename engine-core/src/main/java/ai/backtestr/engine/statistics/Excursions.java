package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.Trade;
import java.util.List;

/// How far trades went against their holder and in his favour, in [ai.backtestr.engine.number.Money], before fees.
///
/// @param adverse sum of the excursions against the trades
/// @param favourable sum of those in their favour
/// @param givenBack sum of what they stood at best less what they closed at
record Excursions(
        int count, long adverse, long largestAdverse, long favourable, long largestFavourable, long givenBack) {
    static Excursions of(Account account, List<Trade> trades) {
        long adverse = 0;
        long largestAdverse = 0;
        long favourable = 0;
        long largestFavourable = 0;
        long givenBack = 0;
        for (Trade trade : trades) {
            long against = account.notional(trade.adverseExcursion(), trade.quantity());
            long inFavour = account.notional(trade.favourableExcursion(), trade.quantity());
            long earned = trade.side().sign() * (trade.exitPrice() - trade.entryPrice());
            adverse = Math.addExact(adverse, against);
            largestAdverse = Math.max(largestAdverse, against);
            favourable = Math.addExact(favourable, inFavour);
            largestFavourable = Math.max(largestFavourable, inFavour);
            givenBack =
                    Math.addExact(givenBack, account.notional(trade.favourableExcursion() - earned, trade.quantity()));
        }
        return new Excursions(trades.size(), adverse, largestAdverse, favourable, largestFavourable, givenBack);
    }
}
