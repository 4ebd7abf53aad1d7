package ai.backtestr.engine.honesty;

import java.util.List;

/// Fills against the first quote after a long silence: the price that the order was decided on, or waited at, was
/// old, and nobody knows what could have been traded meanwhile.
///
/// @param limitNs the longest silence that is not counted, nanoseconds
/// @param fills all fills of the run
/// @param stale how many came after a longer silence
/// @param longestNs the longest silence before any fill; 0 without fills
/// @param longestFill the fill it was before, from 1; 0 without fills
public record StaleFills(long limitNs, int fills, int stale, long longestNs, int longestFill) {
    /// From this share of the fills on the result is not to be trusted.
    private static final double MOST_STALE = 0.01;

    /// Counts them.
    public static StaleFills of(List<Long> silencesNs, long limitNs) {
        int stale = 0;
        int longest = -1;
        for (int i = 0; i < silencesNs.size(); i++) {
            stale += silencesNs.get(i) > limitNs ? 1 : 0;
            longest = longest < 0 || silencesNs.get(i) > silencesNs.get(longest) ? i : longest;
        }
        long longestNs = longest < 0 ? 0 : silencesNs.get(longest);
        return new StaleFills(limitNs, silencesNs.size(), stale, longestNs, longest + 1);
    }

    /// Doubtful if there are any, failed from one in a hundred on.
    public Verdict verdict() {
        if (fills == 0) {
            return Verdict.NOT_CHECKED;
        }
        return stale == 0 ? Verdict.PASSED : Verdict.ofLow((double) stale / fills, 0, MOST_STALE);
    }
}
