package ai.backtestr.data.store;

import java.nio.file.Path;
import java.util.Locale;

/// How an exported file is written. Told by its name.
public enum ExportFormat {
    /// Parquet, columns compressed with Zstandard.
    PARQUET(".parquet", "FORMAT parquet, COMPRESSION zstd"),
    /// Comma-separated text with a header, compressed with gzip.
    CSV_GZIP(".csv.gz", "FORMAT csv, HEADER, COMPRESSION gzip"),
    /// The same compressed with Zstandard.
    CSV_ZSTANDARD(".csv.zst", "FORMAT csv, HEADER, COMPRESSION zstd"),
    /// The same without compression.
    CSV(".csv", "FORMAT csv, HEADER, COMPRESSION none");

    private final String ending;
    private final String options;

    ExportFormat(String ending, String options) {
        this.ending = ending;
        this.options = options;
    }

    /// Returns the format that the name of a file stands for.
    ///
    /// @throws IllegalArgumentException if it stands for none
    public static ExportFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (ExportFormat format : values()) {
            if (name.endsWith(format.ending)) {
                return format;
            }
        }
        throw new IllegalArgumentException(
                "'" + file + "' ends in none of .parquet, .csv, .csv.gz and .csv.zst, which tell how to write it");
    }

    String options() {
        return options;
    }
}
