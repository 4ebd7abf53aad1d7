package ai.backtestr.render.axis;

import ai.backtestr.engine.number.FixedPoint;
import java.util.Arrays;

/// A line of text as parts that are kept and used again: words, and numbers in groups of three digits. So a line
/// whose numbers are others in every frame takes no memory to write, and whether it reads otherwise than before is
/// known.
///
/// Threads: confined to the FX thread.
public final class TextParts {
    /// Beyond this a `double` is whole, and its digits are what they are.
    private static final double EXACT = 1L << 52;

    private String[] parts = new String[16];
    private int count;
    private int before;
    private boolean changed;

    /// An empty line.
    public TextParts() {
        Arrays.fill(parts, "");
    }

    /// Begins anew. What is added next is compared with what was there.
    public TextParts begin() {
        before = count;
        count = 0;
        changed = false;
        return this;
    }

    /// Adds words, which should be the same object where they are the same.
    public TextParts add(String part) {
        if (part.isEmpty()) {
            return this;
        }
        if (count == parts.length) {
            parts = Arrays.copyOf(parts, 2 * count);
            Arrays.fill(parts, count, parts.length, "");
        }
        changed |= count >= before || !part.equals(parts[count]);
        parts[count++] = part;
        return this;
    }

    /// Adds a number as [FixedPoint#format] writes it.
    ///
    /// @param units the number times 10 to the `decimals`
    /// @param decimals 0 to 18
    public TextParts number(long units, int decimals) {
        if (units == Long.MIN_VALUE) {
            return add(FixedPoint.format(units, decimals));
        }
        if (units < 0) {
            add("-");
        }
        long one = FixedPoint.powerOfTen(decimals);
        long size = Math.abs(units);
        whole(size / one);
        long rest = size % one;
        int digits = decimals;
        while (digits > 0) {
            int group = Math.min(DigitTexts.MOST_DIGITS, digits);
            long unit = FixedPoint.powerOfTen(digits - group);
            add(DigitTexts.of((int) (rest / unit), group, digits == decimals));
            rest %= unit;
            digits -= group;
        }
        return this;
    }

    /// Adds a number without the zeros at the end of its decimals.
    public TextParts trimmed(long units, int decimals) {
        long left = units;
        int digits = decimals;
        while (digits > 0 && left % 10 == 0) {
            left /= 10;
            digits--;
        }
        return number(left, digits);
    }

    private void whole(long number) {
        if (number < DigitTexts.THOUSAND) {
            add(DigitTexts.leading((int) number));
        } else {
            whole(number / DigitTexts.THOUSAND);
            add(DigitTexts.of((int) (number % DigitTexts.THOUSAND), DigitTexts.MOST_DIGITS, false));
        }
    }

    /// Returns a size, 0 or more, in units of which `unitsPerOne` make one, halves rounded up, as [String#format]
    /// rounds: by the digits that the number is written with, not by the binary fraction that stands for it.
    public static long halfUp(double size, double unitsPerOne) {
        double about = size * unitsPerOne;
        if (!(about < EXACT)) {
            return (long) about;
        }
        long units = (long) about;
        while ((units + 0.5) / unitsPerOne <= size) {
            units++;
        }
        while (units > 0 && (units - 0.5) / unitsPerOne > size) {
            units--;
        }
        return units;
    }

    /// Tells whether the line reads otherwise than when it was begun.
    public boolean isChanged() {
        return changed || count != before;
    }

    /// Tells whether there is nothing to read.
    public boolean isEmpty() {
        return count == 0;
    }

    /// Returns how many parts there are.
    public int count() {
        return count;
    }

    /// Returns a part.
    public String part(int i) {
        return parts[i];
    }

    @Override
    public String toString() {
        return String.join("", Arrays.asList(parts).subList(0, count));
    }
}
