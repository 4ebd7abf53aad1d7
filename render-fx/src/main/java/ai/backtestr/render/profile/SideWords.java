package ai.backtestr.render.profile;

import java.util.List;
import java.util.Locale;

/// Says how it is known who bought and who sold.
final class SideWords {
    private SideWords() {}

    static String of(List<PriceVolumes> read, boolean countsTicks) {
        if (countsTicks) {
            return "ticks counted, as quotes have no volume; sides by the tick rule on the bid";
        }
        long recorded = ticks(read, AggressorRule.Basis.RECORDED);
        long byQuote = ticks(read, AggressorRule.Basis.QUOTE_RULE);
        long byTick = ticks(read, AggressorRule.Basis.TICK_RULE);
        long none = ticks(read, AggressorRule.Basis.NONE);
        long all = recorded + byQuote + byTick + none;
        if (all == 0) {
            return "no trades";
        } else if (recorded == all) {
            return "volume; sides as recorded";
        }
        StringBuilder words = new StringBuilder("volume; sides");
        String separator = " ";
        separator = append(words, separator, recorded, all, "recorded");
        separator = append(words, separator, byQuote, all, "by quote rule");
        separator = append(words, separator, byTick, all, "by tick rule");
        append(words, separator, none, all, "unknown");
        return words.toString();
    }

    private static String append(StringBuilder words, String separator, long part, long all, String name) {
        if (part == 0) {
            return separator;
        }
        words.append(separator)
                .append(String.format(Locale.ROOT, "%.0f %% ", 100.0 * part / all))
                .append(name);
        return ", ";
    }

    private static long ticks(List<PriceVolumes> read, AggressorRule.Basis basis) {
        return read.stream().mapToLong(volumes -> volumes.ticks(basis)).sum();
    }
}
