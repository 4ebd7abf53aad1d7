package ai.backtestr.engine.instrument;

import ai.backtestr.engine.number.Money;

/// What quantities of an instrument are worth: price times quantity times contract size, exact until it is rounded
/// once to a unit of [Money]. Safe for use by any thread.
public final class ContractValue {
    private final long multiplier;
    private final int productScale;

    /// Values quantities of `instrument`.
    public ContractValue(Instrument instrument) {
        ContractTerms terms = instrument.contract();
        multiplier = terms.contractSize().unscaledValue().longValueExact();
        productScale = instrument.priceScale()
                + instrument.quantityScale()
                + terms.contractSize().scale();
    }

    /// Returns what `quantity` is worth at `price`, both at the instrument's scales, as [Money].
    ///
    /// @throws ArithmeticException if it is beyond 92 billion
    public long of(long price, long quantity) {
        return multiplier == 1
                ? Money.product(price, quantity, productScale)
                : Money.product(price, quantity, multiplier, productScale);
    }
}
