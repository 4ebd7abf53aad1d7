package ai.backtestr.render.axis;

/// Labels prices by how many percent they lie above or below one of them.
///
/// Threads: confined to one, the FX thread.
public final class PercentTicks implements ValueTicks {
    private static final int DECIMALS = 2;

    private final PriceTicks percents = new PriceTicks(DECIMALS, PercentTicks::text);
    private double base = 1;

    private static String text(String number) {
        return (number.startsWith("-") || number.equals("0.00") ? "" : "+") + number + "%";
    }

    /// Chooses the finest step of percents that leaves room for at most `maxTicks` ticks in the span.
    ///
    /// @param newBase the price that is 0 %, above 0
    public void choose(double newBase, double low, double high, int maxTicks) {
        base = newBase;
        percents.choose(percent(low), percent(high), maxTicks);
    }

    private double percent(double price) {
        return (price / base - 1) * 100;
    }

    @Override
    public int count() {
        return percents.count();
    }

    @Override
    public double price(int i) {
        return base * (1 + percents.price(i) / 100);
    }

    @Override
    public String label(int i) {
        return percents.label(i);
    }

    @Override
    public String format(double price) {
        return percents.format(percent(price));
    }

    @Override
    public void write(double price, TextParts line) {
        long units = percents.units(percent(price));
        line.add(units > 0 ? "+" : "").number(units, DECIMALS).add("%");
    }
}
