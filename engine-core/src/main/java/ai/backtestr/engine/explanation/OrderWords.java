package ai.backtestr.engine.explanation;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.TimeInForce;
import ai.backtestr.engine.order.Trail;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;

/// What an order asks for, in words.
final class OrderWords {
    private static final int PERCENT_SCALE = 6; // of a share in units of 10^-8

    private OrderWords() {}

    static String of(OrderRequest request, Instrument instrument) {
        Trail trail = request.trail();
        return request.type() + " " + request.side() + " " + instrument.formatQuantity(request.quantity())
                + price(", trigger ", request.triggerPrice(), instrument)
                + (trail == null ? "" : ", trailing by " + trail(trail, instrument))
                + price(", limit ", request.limitPrice(), instrument)
                + price(", limit beyond the stop by ", request.limitOffset(), instrument)
                + ", " + request.timeInForce()
                + (request.timeInForce() == TimeInForce.GOOD_TILL_DATE ? " " + Times.format(request.goodTillNs()) : "")
                + (request.reduceOnly() ? ", reduce-only" : "")
                + (request.postOnly() ? ", post-only" : "");
    }

    private static String price(String words, long price, Instrument instrument) {
        return price == 0 ? "" : words + instrument.formatPrice(price);
    }

    private static String trail(Trail trail, Instrument instrument) {
        return switch (trail) {
            case Trail.Offset offset -> instrument.formatPrice(offset.units());
            case Trail.Share share ->
                BigDecimal.valueOf(share.hundredMillionths(), PERCENT_SCALE)
                                .stripTrailingZeros()
                                .toPlainString() + "%";
            case Trail.RangeMultiple range -> range.multiple().toPlainString() + " times the " + range.range();
        };
    }
}
