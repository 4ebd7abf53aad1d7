package ai.backtestr.render.axis;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Labels by the number they show, so that panning does not format the same ones again each frame. A fixed number
/// of slots in sets of four; a label whose set is full replaces the one that has been in it for longest. Threads:
/// confined to one.
final class TextCache {
    private static final int SLOTS = 256;
    private static final int WAYS = 4;
    private static final int SETS_SHIFT = 64 - 6; // 64 sets

    private final LongFunction<String> format;
    private final long[] keys = new long[SLOTS];
    private final @Nullable String[] texts = new String[SLOTS];
    private final byte[] oldest = new byte[SLOTS / WAYS];

    /// @param format makes the text of a number; must always give the same for the same
    TextCache(LongFunction<String> format) {
        this.format = format;
    }

    String get(long key) {
        int set = (int) ((key * 0x9E3779B97F4A7C15L) >>> SETS_SHIFT);
        for (int slot = set * WAYS; slot < (set + 1) * WAYS; slot++) {
            String text = texts[slot];
            if (text != null && keys[slot] == key) {
                return text;
            }
        }
        int replaced = set * WAYS + oldest[set];
        oldest[set] = (byte) ((oldest[set] + 1) % WAYS);
        String made = format.apply(key);
        keys[replaced] = key;
        texts[replaced] = made;
        return made;
    }
}
