package ai.backtestr.desktop.action;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How well something typed fits a name: every word typed has to be found in it, its letters in their order though
/// not side by side. Letters that begin words or follow each other count more, and so do short names.
///
/// @param score higher is better; only to be compared
/// @param letters which characters of the name were meant
record FuzzyMatch(int score, BitSet letters) {
    private static final int LETTER = 1;
    private static final int NEXT = 5;
    private static final int WORD_START = 8;
    private static final int NAME_START = 12;
    private static final int SPREAD_LIMIT = 2;
    private static final int NONE = -1;

    /// Matches `typed` with `name`, whatever their case.
    static Optional<FuzzyMatch> of(String typed, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        BitSet letters = new BitSet();
        int score = 0;
        for (String word : typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            FuzzyMatch best = best(word, name, lower);
            if (best == null) {
                return Optional.empty();
            }
            letters.or(best.letters);
            score += best.score;
        }
        return Optional.of(new FuzzyMatch(score * 100 - name.length(), letters));
    }

    private static @Nullable FuzzyMatch best(String word, String name, String lower) {
        if (word.isEmpty()) {
            return new FuzzyMatch(0, new BitSet());
        }
        FuzzyMatch best = null;
        for (int from = lower.indexOf(word.charAt(0)); from >= 0; from = lower.indexOf(word.charAt(0), from + 1)) {
            FuzzyMatch match = from(word, name, lower, from);
            if (match != null && (best == null || match.score > best.score)) {
                best = match;
            }
        }
        return best;
    }

    /// Matches the word's first letter at `from`; each further one where a word begins or, before that, right after
    /// the one before it.
    private static @Nullable FuzzyMatch from(String word, String name, String lower, int from) {
        BitSet letters = new BitSet();
        int score = 0;
        int before = from - 1;
        int jumps = 0;
        for (int i = 0; i < word.length(); i++) {
            int at = i == 0 ? from : next(word.charAt(i), name, lower, before);
            if (at == NONE) {
                return null;
            }
            boolean follows = i > 0 && at == before + 1;
            jumps += i > 0 && !follows && !startsWord(name, at) ? 1 : 0;
            score += LETTER + (follows ? NEXT : 0) + (at == 0 ? NAME_START : startsWord(name, at) ? WORD_START : 0);
            letters.set(at);
            before = at;
        }
        // Letters strewn over a name were hardly meant.
        return jumps > Math.max(SPREAD_LIMIT, word.length() / 3) ? null : new FuzzyMatch(score, letters);
    }

    private static int next(char letter, String name, String lower, int before) {
        if (before + 1 < lower.length() && lower.charAt(before + 1) == letter) {
            return before + 1;
        }
        int first = lower.indexOf(letter, before + 1);
        for (int at = first; at >= 0; at = lower.indexOf(letter, at + 1)) {
            if (startsWord(name, at)) {
                return at;
            }
        }
        return first;
    }

    private static boolean startsWord(String name, int at) {
        return at == 0
                || !Character.isLetterOrDigit(name.charAt(at - 1))
                || (Character.isUpperCase(name.charAt(at)) && Character.isLowerCase(name.charAt(at - 1)));
    }
}
