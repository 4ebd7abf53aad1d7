package ai.backtestr.render.axis;

import org.jspecify.annotations.Nullable;

/// The texts of up to three digits, each made once: 1 000 of three digits, 100 of two and 10 of one, with and
/// without a point before them. Threads: confined to the FX thread.
final class DigitTexts {
    static final int MOST_DIGITS = 3;
    static final int THOUSAND = 1_000;

    private static final @Nullable String[][] PLAIN = new String[MOST_DIGITS + 1][THOUSAND];
    private static final @Nullable String[][] AFTER_POINT = new String[MOST_DIGITS + 1][THOUSAND];

    private DigitTexts() {}

    /// Returns a number below 1 000 without zeros before it.
    static String leading(int number) {
        return of(number, number < 10 ? 1 : number < 100 ? 2 : MOST_DIGITS, false);
    }

    /// Returns a number in so many digits.
    ///
    /// @param digits 1 to 3
    /// @param afterPoint whether a point stands before them
    static String of(int number, int digits, boolean afterPoint) {
        @Nullable String[] texts = (afterPoint ? AFTER_POINT : PLAIN)[digits];
        String text = texts[number];
        if (text == null) {
            String all = Integer.toString(THOUSAND + number);
            text = (afterPoint ? "." : "") + all.substring(all.length() - digits);
            texts[number] = text;
        }
        return text;
    }
}
