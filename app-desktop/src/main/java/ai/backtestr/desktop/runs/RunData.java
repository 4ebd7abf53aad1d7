package ai.backtestr.desktop.runs;

import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.time.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a run was made on, as far as it decides whether its figures can be held against those of another.
///
/// @param name what the run is called
/// @param symbols its instruments, the main one first
/// @param kind what was read: `ticks`, or the length of bars
/// @param firstNs time of the first tick or bar, nanoseconds since the epoch, UTC
/// @param lastNs time of the last
/// @param digests what tells the data apart from all others
public record RunData(String name, List<String> symbols, String kind, long firstNs, long lastNs, List<String> digests) {
    private static final int MINUTES = "2013-11-25T00:00".length();

    /// Returns what a run on screen was made on.
    public static RunData of(String name, BacktestResult result) {
        List<String> symbols = new ArrayList<>(List.of(result.instrument().symbol()));
        List<String> digests = new ArrayList<>(List.of(result.dataDigest()));
        if (result.portfolio() != null) {
            result.portfolio().instruments().stream()
                    .filter(traded -> !symbols.contains(traded.instrument().symbol()))
                    .forEach(traded -> {
                        symbols.add(traded.instrument().symbol());
                        digests.add(traded.data().digest());
                    });
        }
        String kind = result.barData() == null
                ? "ticks"
                : result.barData().timeframe().toString() + " bars";
        return new RunData(name, symbols, kind, result.firstNs(), result.lastNs(), digests);
    }

    /// Returns what a kept run was made on.
    public static RunData of(String name, RunManifest manifest) {
        Map<String, String> data = manifest.data();
        String bars = data.get(RunManifest.BARS);
        List<String> digests = new ArrayList<>(List.of(data.getOrDefault("digest", "")));
        if (manifest.portfolio() != null) {
            manifest.portfolio().dataRows(manifest.symbol()).forEach((row, text) -> {
                if (row.endsWith("digest")) {
                    digests.add(text);
                }
            });
        }
        return new RunData(
                name,
                manifest.symbols(),
                bars == null ? "ticks" : bars + " bars",
                number(data.get("first")),
                number(data.get("last")),
                digests);
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }

    /// Returns in a sentence what the runs were made on where that is not the same for all of them; empty if it is.
    public static String difference(List<RunData> runs) {
        if (differ(runs, RunData::symbols)) {
            return "Different instruments: " + each(runs, run -> String.join(", ", run.symbols)) + ".";
        }
        if (differ(runs, RunData::kind)) {
            return "Different data: " + each(runs, RunData::kind) + ".";
        }
        if (differ(runs, RunData::firstNs) || differ(runs, RunData::lastNs)) {
            return "Different periods: " + each(runs, RunData::period) + ".";
        }
        return differ(runs, RunData::digests)
                ? "Different data over the same period; what differs in the results may come of that alone."
                : "";
    }

    private static boolean differ(List<RunData> runs, Function<RunData, Object> of) {
        return runs.stream().map(of).distinct().count() > 1;
    }

    private static String each(List<RunData> runs, Function<RunData, String> words) {
        return runs.stream().map(run -> run.name + " " + words.apply(run)).collect(Collectors.joining("; "));
    }

    private String period() {
        return minute(firstNs) + " to " + minute(lastNs);
    }

    private static String minute(long timeNs) {
        return Times.format(timeNs).substring(0, MINUTES).replace('T', ' ');
    }
}
