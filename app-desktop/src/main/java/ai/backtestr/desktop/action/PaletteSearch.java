package ai.backtestr.desktop.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds entries by what is typed: by their titles, less exactly, or by words of what else is known of them.
final class PaletteSearch {
    static final int MOST = 60;

    /// What was found.
    ///
    /// @param letters which characters of the title were meant
    record Found(PaletteEntry entry, BitSet letters, int score) {}

    private PaletteSearch() {}

    /// Returns those that fit, the best first; of those that fit equally well, and where nothing is typed, in the
    /// order given.
    static List<Found> find(String typed, List<PaletteEntry> entries) {
        List<Found> found = new ArrayList<>();
        entries.forEach(entry -> match(typed, entry).ifPresent(found::add));
        found.sort(Comparator.comparingInt((Found one) -> typed.isBlank() ? 0 : -one.score()));
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private static Optional<Found> match(String typed, PaletteEntry entry) {
        Optional<FuzzyMatch> title = FuzzyMatch.of(typed, entry.title());
        if (title.isPresent()) {
            return title.map(match -> new Found(entry, match.letters(), match.score()));
        }
        String all = (entry.kind() + " " + entry.title() + " " + entry.detail()).toLowerCase(Locale.ROOT);
        boolean holdsAll = Arrays.stream(typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .allMatch(all::contains);
        return holdsAll ? Optional.of(new Found(entry, new BitSet(), -all.length())) : Optional.empty();
    }
}
