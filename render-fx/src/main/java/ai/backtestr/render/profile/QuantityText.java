package ai.backtestr.render.profile;

import java.util.Locale;

/// Writes quantities in the room of a cell: three digits, and a letter for thousands, millions and billions.
final class QuantityText {
    private static final String[] UNITS = {"", "K", "M", "B", "T"};

    private QuantityText() {}

    /// Returns a quantity at a scale of 10 to the `-scale`.
    static String of(long quantity, int scale) {
        double value = quantity / Math.pow(10, scale);
        int unit = 0;
        while (Math.abs(value) >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        double size = Math.abs(value);
        int decimals = size >= 99.95 || value == Math.rint(value) ? 0 : size >= 9.995 ? 1 : 2;
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        if (decimals > 0) {
            text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        }
        return (text.equals("-0") ? "0" : text) + UNITS[unit];
    }

    /// The same with a sign.
    static String signed(long quantity, int scale) {
        return (quantity > 0 ? "+" : "") + of(quantity, scale);
    }
}
