package ai.backtestr.desktop.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The files that were used last, the latest first. Immutable.
///
/// @param version of the file's form; always [#VERSION]
/// @param files at most [#MOST]
public record RecentFiles(int version, List<RecentFile> files) {
    /// The form of file that this program writes and reads.
    public static final int VERSION = 1;

    /// How many are kept.
    public static final int MOST = 15;

    /// None yet.
    public static final RecentFiles NONE = new RecentFiles(VERSION, List.of());

    /// What was done with a file.
    public enum Kind {
        /// Its ticks or bars were imported.
        IMPORT("Import"),
        /// It is a report that was written.
        REPORT("Report"),
        /// It is the source of a strategy that was opened.
        STRATEGY("Strategy");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /// Returns what it is called.
        public String title() {
            return title;
        }
    }

    /// A file that was used.
    ///
    /// @param kind what was done with it
    /// @param path where it lies; of a built-in strategy its name
    public record RecentFile(Kind kind, String path) {
        public RecentFile {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(path, "path");
        }
    }

    public RecentFiles {
        if (version != VERSION) {
            throw new IllegalArgumentException("version " + version + " is not " + VERSION);
        }
        files = List.copyOf(files);
    }

    /// Returns these with one that was used now.
    public RecentFiles with(RecentFile used) {
        List<RecentFile> all = new ArrayList<>(files);
        all.remove(used);
        all.addFirst(used);
        return new RecentFiles(VERSION, all.subList(0, Math.min(MOST, all.size())));
    }
}
