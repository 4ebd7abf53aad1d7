package ai.backtestr.engine.currency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The way from one currency to another over pairs of them.
///
/// @param steps at most two; none where both are the same
public record RatePath(List<Step> steps) {
    /// One pair on the way.
    ///
    /// @param pair its place in the list it was found in
    /// @param inverse whether the way goes from its quote currency to its base currency
    public record Step(int pair, boolean inverse) {}

    public RatePath {
        steps = List.copyOf(steps);
    }

    /// Finds a way: direct or inverse if any pair has both currencies, else through one other currency. Of several
    /// the first in the order of the list.
    ///
    /// @param pairs what there is, the preferred first
    public static Optional<RatePath> find(List<CurrencyPair> pairs, String from, String to) {
        if (from.equals(to)) {
            return Optional.of(new RatePath(List.of()));
        }
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).joins(from, to)) {
                return Optional.of(new RatePath(List.of(step(pairs, i, from))));
            }
        }
        for (int i = 0; i < pairs.size(); i++) {
            String through = pairs.get(i).across(from);
            for (int j = 0; through != null && j < pairs.size(); j++) {
                if (pairs.get(j).joins(through, to)) {
                    return Optional.of(new RatePath(List.of(step(pairs, i, from), step(pairs, j, through))));
                }
            }
        }
        return Optional.empty();
    }

    private static Step step(List<CurrencyPair> pairs, int index, String from) {
        return new Step(index, !pairs.get(index).base().equals(from));
    }

    /// Returns the conversion that goes this way over `rates`, which stand where the pairs did.
    public Conversion over(List<Rate> rates, ConversionRule rule) {
        List<Conversion.Leg> legs = new ArrayList<>();
        for (Step step : steps) {
            legs.add(new Conversion.Leg(rates.get(step.pair), step.inverse));
        }
        return new Conversion(rule, legs);
    }
}
