package ai.backtestr.render.axis;

/// What a vertical axis labels, ascending.
public interface ValueTicks {
    /// Returns the number of ticks.
    int count();

    /// Returns the value of tick `i`.
    double price(int i);

    /// Returns the label of tick `i`.
    String label(int i);

    /// Returns any value as it is written on this axis, rounded to its decimals.
    String format(double value);

    /// Adds any value to a line, as [#format] writes it, without making a text of it.
    void write(double value, TextParts line);
}
