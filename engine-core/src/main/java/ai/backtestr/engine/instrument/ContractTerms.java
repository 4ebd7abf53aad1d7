package ai.backtestr.engine.instrument;

import java.math.BigDecimal;

/// In what steps an instrument is traded, and what a quantity of it is worth.
///
/// A price times a quantity times the contract size is money: one future on the S&P 500 at 5000 with a contract
/// size of 50 is worth 250 000, and each point it moves is 50. Shares, currencies and coins have a contract size of
/// 1, as their quantities are counted in shares, in units of the base currency and in coins.
///
/// @param baseCurrency what a unit of quantity is: the currency, metal or coin bought, or the symbol itself
/// @param tickSize step of order prices, above 0, at the instrument's price scale
/// @param quantityStep step of order quantities, above 0, at the instrument's quantity scale
/// @param minQuantity smallest order quantity, above 0, at the instrument's quantity scale
/// @param lotSize how many units people call a lot, above 0: 100 000 of a currency, 100 shares
/// @param contractSize money per point of price and unit of quantity, in the quote currency, above 0, with up to
///     eight decimals
public record ContractTerms(
        String baseCurrency,
        long tickSize,
        long quantityStep,
        long minQuantity,
        BigDecimal lotSize,
        BigDecimal contractSize) {
    private static final int MAX_DECIMALS = 8;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    /// The lot size and contract size are kept without zeros at their end, so that equal terms are equal.
    public ContractTerms {
        if (!Instrument.isSymbol(baseCurrency)) {
            throw new IllegalArgumentException("base currency '" + baseCurrency + "' is not usable: take letters");
        }
        requirePositive("tick size", tickSize);
        requirePositive("quantity step", quantityStep);
        requirePositive("smallest quantity", minQuantity);
        if (minQuantity % quantityStep != 0) {
            throw new IllegalArgumentException("the smallest quantity is no multiple of the quantity step");
        }
        lotSize = plain("lot size", lotSize);
        contractSize = plain("contract size", contractSize);
    }

    /// Every digit of price and quantity can be traded, a unit is one of `baseCurrency`, and a point of price is
    /// one unit of money.
    public static ContractTerms plain(String baseCurrency) {
        return new ContractTerms(baseCurrency, 1, 1, 1, BigDecimal.ONE, BigDecimal.ONE);
    }

    /// Tells whether an order may have any price and quantity, and quantities are worth just their price.
    public boolean isPlain() {
        return tickSize == 1 && quantityStep == 1 && minQuantity == 1 && contractSize.compareTo(BigDecimal.ONE) == 0;
    }

    /// Returns the same with another base currency.
    public ContractTerms withBaseCurrency(String currency) {
        return new ContractTerms(currency, tickSize, quantityStep, minQuantity, lotSize, contractSize);
    }

    /// Returns the same with another tick size, at the instrument's price scale.
    public ContractTerms withTickSize(long size) {
        return new ContractTerms(baseCurrency, size, quantityStep, minQuantity, lotSize, contractSize);
    }

    /// Returns the same with other quantities, at the instrument's quantity scale.
    public ContractTerms withQuantities(long step, long least) {
        return new ContractTerms(baseCurrency, tickSize, step, least, lotSize, contractSize);
    }

    /// Returns the same with another lot size, in units.
    public ContractTerms withLotSize(BigDecimal units) {
        return new ContractTerms(baseCurrency, tickSize, quantityStep, minQuantity, units, contractSize);
    }

    /// Returns the same with another contract size.
    public ContractTerms withContractSize(BigDecimal size) {
        return new ContractTerms(baseCurrency, tickSize, quantityStep, minQuantity, lotSize, size);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("the " + name + " is not above 0");
        }
    }

    private static BigDecimal plain(String name, BigDecimal value) {
        if (value.signum() <= 0 || value.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    name + " of " + value.toPlainString() + " is outside 0 to " + MOST.toPlainString());
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException(
                    name + " of " + value.toPlainString() + " has more than " + MAX_DECIMALS + " decimals");
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
