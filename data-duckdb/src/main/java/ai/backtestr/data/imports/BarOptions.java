package ai.backtestr.data.imports;

import ai.backtestr.engine.bar.Timeframe;

/// What the user states about files of bars.
///
/// @param timeframe how long each bar lasts
/// @param stamp what their times say
/// @param files the rest; formats other than `csv`, `lean` and `parquet` have no bars
public record BarOptions(Timeframe timeframe, BarStamp stamp, ImportOptions files) {
    /// Bars of that length stamped with their start, of which nothing else is stated.
    public static BarOptions of(Timeframe timeframe) {
        return new BarOptions(timeframe, BarStamp.START, ImportOptions.DEFAULT);
    }

    public BarOptions {
        if (timeframe.heikinAshi() || !Timeframe.ONE_DAY.isMadeOf(timeframe) || !dividesDay(timeframe)) {
            throw new IllegalArgumentException(timeframe + " cannot be the length of recorded bars; take a time that"
                    + " divides the day evenly, like 5m, 4h or 1d");
        }
        TickFormat format = files.format();
        if (format != null && !BarFormats.NAMES.contains(format.name())) {
            throw new IllegalArgumentException(
                    "the format " + format.name() + " has no bars; take csv, lean or parquet, or leave it out");
        }
        if (files.columns() != null && !files.columns().isOfBars()) {
            throw new IllegalArgumentException(
                    "columns of bars are time, open, high, low and close, and perhaps volume");
        }
    }

    private static boolean dividesDay(Timeframe timeframe) {
        return Timeframe.ONE_DAY.lengthNs() % timeframe.lengthNs() == 0;
    }

    /// The same with more stated about the files.
    public BarOptions withFiles(ImportOptions stated) {
        return new BarOptions(timeframe, stamp, stated);
    }

    /// The same with times that say when bars ended.
    public BarOptions stampedAtEnd() {
        return new BarOptions(timeframe, BarStamp.END, files);
    }
}
