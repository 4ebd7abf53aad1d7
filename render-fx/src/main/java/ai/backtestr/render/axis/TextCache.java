package ai.backtestr.render.axis;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Labels by the number they show, so that panning does not format the same ones again each frame. A fixed number
/// of slots; a label that hashes to a taken one replaces it. Threads: confined to one.
final class TextCache {
    private static final int SLOTS = 256;

    private final LongFunction<String> format;
    private final long[] keys = new long[SLOTS];
    private final @Nullable String[] texts = new String[SLOTS];

    /// @param format makes the text of a number; must always give the same for the same
    TextCache(LongFunction<String> format) {
        this.format = format;
    }

    String get(long key) {
        int slot = Long.hashCode(key * 0x9E3779B97F4A7C15L) >>> 24;
        String text = texts[slot];
        if (text == null || keys[slot] != key) {
            text = format.apply(key);
            keys[slot] = key;
            texts[slot] = text;
        }
        return text;
    }
}
