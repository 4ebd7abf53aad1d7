package ai.backtestr.engine.explanation;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.order.SlippageModel;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What a slippage model makes of an execution, with the numbers that make it.
///
/// @param units by how much the price is worse, in units of the price scale
/// @param working how that comes about, in words
record ModelSlippage(long units, String working) {
    private static final int SHOWN_DECIMALS = 6;

    /// Works it out for an execution of `quantity` at `price`.
    ///
    /// @param size what the quote shows on the side that was taken; 0 if nothing
    /// @param range the average true range that the model needs, as it stood then; null if it was not known
    /// @param actual what was booked, of which a random draw can only be told that it lies within its bounds
    static ModelSlippage of(
            SlippageModel model,
            long price,
            long quantity,
            long size,
            @Nullable RangeThen range,
            long actual,
            Instrument instrument) {
        return switch (model) {
            case SlippageModel.None none -> new ModelSlippage(0, "the model takes none");
            case SlippageModel.Fixed(long units) -> new ModelSlippage(units, "always " + instrument.formatPrice(units));
            case SlippageModel.Random(long most) ->
                new ModelSlippage(
                        actual >= 0 && actual <= most ? actual : most,
                        "drawn from 0 to " + instrument.formatPrice(most) + " by the run's seed");
            case SlippageModel.VolumeShare(BigDecimal percent) -> ofVolume(percent, price, quantity, size, instrument);
            case SlippageModel.AtrShare share -> ofRange(share, range, instrument);
        };
    }

    private static ModelSlippage ofVolume(
            BigDecimal percent, long price, long quantity, long size, Instrument instrument) {
        if (size == 0) {
            return new ModelSlippage(0, "a share of volume, but the quote shows no size");
        }
        BigDecimal all = percent.movePointLeft(2).multiply(BigDecimal.valueOf(price));
        BigDecimal times = all.multiply(BigDecimal.valueOf(quantity));
        BigDecimal whole = times.divide(BigDecimal.valueOf(size), 0, RoundingMode.CEILING);
        BigDecimal share = times.divide(BigDecimal.valueOf(size), SHOWN_DECIMALS, RoundingMode.HALF_EVEN);
        return new ModelSlippage(
                whole.longValueExact(),
                percent(percent) + " of " + instrument.formatPrice(price) + " times "
                        + instrument.formatQuantity(quantity) + " / " + instrument.formatQuantity(size)
                        + ", quantity over quoted size" + rounded(share, whole, instrument));
    }

    private static ModelSlippage ofRange(
            SlippageModel.AtrShare share, @Nullable RangeThen range, Instrument instrument) {
        if (range == null) {
            return new ModelSlippage(0, "a share of " + share.range() + ", but too few bars had closed");
        }
        BigDecimal exact = share.percent().movePointLeft(2).multiply(range.units());
        BigDecimal whole = exact.setScale(0, RoundingMode.CEILING);
        return new ModelSlippage(
                whole.longValueExact(),
                percent(share.percent()) + " of " + price(range.units(), instrument) + ", the " + share.range()
                        + " once the bar of " + Times.format(range.lastBarNs()) + " had closed"
                        + rounded(exact, whole, instrument));
    }

    private static String rounded(BigDecimal exact, BigDecimal whole, Instrument instrument) {
        return ": " + price(exact, instrument)
                + (exact.compareTo(whole) == 0
                        ? ""
                        : ", rounded up to " + FixedPoint.format(whole.longValueExact(), instrument.priceScale()));
    }

    private static String price(BigDecimal units, Instrument instrument) {
        return units.movePointLeft(instrument.priceScale()).stripTrailingZeros().toPlainString();
    }

    private static String percent(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + "%";
    }
}
