package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.Books;
import ai.backtestr.engine.account.Trade;
import java.util.List;

/// How far trades went against their holder and in his favour, in [ai.backtestr.engine.number.Money], before fees.
///
/// @param adverse sum of the excursions against the trades
/// @param favourable sum of those in their favour
/// @param givenBack sum of what they stood at best less what they closed at
record Excursions(
        int count, long adverse, long largestAdverse, long favourable, long largestFavourable, long givenBack) {
    static Excursions of(Books account, List<Trade> trades) {
        long adverse = 0;
        long largestAdverse = 0;
        long favourable = 0;
        long largestFavourable = 0;
        long givenBack = 0;
        for (Trade trade : trades) {
            long against = account.worth(trade, trade.adverseExcursion());
            long inFavour = account.worth(trade, trade.favourableExcursion());
            long earned = trade.side().sign() * (trade.exitPrice() - trade.entryPrice());
            adverse = Math.addExact(adverse, against);
            largestAdverse = Math.max(largestAdverse, against);
            favourable = Math.addExact(favourable, inFavour);
            largestFavourable = Math.max(largestFavourable, inFavour);
            givenBack = Math.addExact(givenBack, account.worth(trade, trade.favourableExcursion() - earned));
        }
        return new Excursions(trades.size(), adverse, largestAdverse, favourable, largestFavourable, givenBack);
    }
}
