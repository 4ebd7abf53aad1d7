package ai.backtestr.engine.currency;

import java.util.Locale;

/// At which side of a rate money is converted.
public enum ConversionRule {
    /// At the side that converting would get: what was earned is sold at the bid, what was lost is bought at the
    /// ask.
    TAKER,
    /// Halfway between bid and ask, whichever way.
    MID;

    /// Reads `taker` or `mid`.
    ///
    /// @throws IllegalArgumentException if it is neither
    public static ConversionRule parse(String text) {
        for (ConversionRule rule : values()) {
            if (rule.toString().equals(text)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is none of taker, mid");
    }

    /// Writes it as the command line does.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
