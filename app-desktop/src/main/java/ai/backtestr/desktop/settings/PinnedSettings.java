package ai.backtestr.desktop.settings;

import java.util.Objects;

/// The run that was pinned when the window was closed. Immutable.
///
/// @param version of the file's form; always [#VERSION]
/// @param symbol what it traded; empty if none was pinned
/// @param resultHash what it came to; empty if none was pinned
public record PinnedSettings(int version, String symbol, String resultHash) {
    /// The form of file that this program writes and reads.
    public static final int VERSION = 1;

    /// No run is pinned.
    public static final PinnedSettings NONE = new PinnedSettings(VERSION, "", "");

    public PinnedSettings {
        if (version != VERSION) {
            throw new IllegalArgumentException("version " + version + " is not " + VERSION);
        }
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(resultHash, "resultHash");
    }
}
