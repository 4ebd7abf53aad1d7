package ai.backtestr.engine.order;

import ai.backtestr.engine.instrument.ContractTerms;
import ai.backtestr.engine.instrument.Instrument;
import org.jspecify.annotations.Nullable;

/// Whether orders keep to the steps in which an instrument is traded. An order that only makes a position smaller
/// may have any quantity, so that what was filled in part can always be closed.
///
/// @param instrument what is traded
record TradingSteps(Instrument instrument) {

    /// Returns why the market does not take the order, or null if it does.
    @Nullable
    String refusal(OrderRequest request) {
        String price = refusal(request.limitPrice(), request.triggerPrice());
        return price != null || request.reduceOnly() ? price : ofQuantity(request.quantity());
    }

    /// Returns why the market does not take the change of an order, or null if it does.
    @Nullable
    String refusal(OrderChange change, OrderRequest changed) {
        String price = refusal(change.limitPrice(), change.triggerPrice());
        return price != null || change.quantity() == 0 || changed.reduceOnly() ? price : ofQuantity(change.quantity());
    }

    private @Nullable String refusal(long limitPrice, long triggerPrice) {
        String limit = ofPrice("limit", limitPrice);
        return limit != null ? limit : ofPrice("trigger", triggerPrice);
    }

    private @Nullable String ofPrice(String name, long price) {
        long tick = instrument.contract().tickSize();
        return price % tick == 0
                ? null
                : "the " + name + " price " + instrument.formatPrice(price) + " is no multiple of the tick size, "
                        + instrument.formatPrice(tick);
    }

    private @Nullable String ofQuantity(long quantity) {
        ContractTerms terms = instrument.contract();
        if (quantity < terms.minQuantity()) {
            return "the quantity " + instrument.formatQuantity(quantity) + " is below the smallest, "
                    + instrument.formatQuantity(terms.minQuantity());
        }
        return quantity % terms.quantityStep() == 0
                ? null
                : "the quantity " + instrument.formatQuantity(quantity) + " is no multiple of the step, "
                        + instrument.formatQuantity(terms.quantityStep());
    }
}
