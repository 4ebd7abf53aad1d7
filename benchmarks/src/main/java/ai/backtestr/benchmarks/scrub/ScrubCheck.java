package ai.backtestr.benchmarks.scrub;

import ai.backtestr.data.cache.TickPages;
import ai.backtestr.data.store.PagesProgress;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.tick.TickPage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Seeks, scrubs and queries a large store, which is only read, and prints each figure beside its target.
/// Segments that are missing are made first. The exit code is 0 if all targets were met, 1 if not, 2 if it
/// could not run.
public final class ScrubCheck {
    private static final String USAGE =
            "usage: ScrubCheck --home FOLDER --symbol SYMBOL [--seed 1] [--seeks 2000]" + " [--steps 1800]";
    private static final long TICKS_A_LINE = 10_000_000;
    private static final double MEGA = 1e6;
    private static final double MOST_RESIDENT_MB = 2048;
    private static final double MOST_BYTES_A_TICK = 12;

    private ScrubCheck() {}

    public static void main(String[] arguments) {
        Map<String, String> options = new HashMap<>(Map.of("--seed", "1", "--seeks", "2000", "--steps", "1800"));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        String home = options.get("--home");
        String symbol = options.get("--symbol");
        if (home == null || symbol == null || arguments.length % 2 != 0 || options.size() != 5) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        try {
            System.exit(run(Path.of(home), symbol, options, System.out) ? 0 : 1);
        } catch (StoreException | NumberFormatException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /// Returns whether all targets were met.
    private static boolean run(Path home, String symbol, Map<String, String> options, PrintStream out) {
        long seed = Long.parseLong(options.get("--seed"));
        Targets targets = new Targets(out);
        try (TickStore store = TickStore.open(requireStore(home))) {
            try (TickPages pages = store.pages(symbol, progress(out))) {
                out.println(symbol + ": " + pages.tickCount() + " ticks in " + home);
            }
            new ColdCheck(store, symbol, home, seed).run(targets);
            check(store, home, symbol, options, targets);
        }
        printMemory(targets);
        return !targets.anyMissed();
    }

    private static void check(TickStore store, Path home, String symbol, Map<String, String> options, Targets targets) {
        long seed = Long.parseLong(options.get("--seed"));
        try (TickPages pages = store.pages(symbol, PagesProgress.NONE)) {
            new SeekCheck(pages, seed, Integer.parseInt(options.get("--seeks"))).run(targets);
            new TraceCheck(store, pages, seed, Integer.parseInt(options.get("--steps"))).run(targets);
            new QueryCheck(store, pages, seed).run(targets);
            printSizes(targets, store, home);
        }
    }

    /// To open a store makes one, which a slip in the path is no reason for.
    private static Path requireStore(Path home) {
        if (!Files.isRegularFile(home.resolve(TickStore.FILE_NAME))) {
            throw new StoreException(home + " holds no store; give the folder that has " + TickStore.FILE_NAME);
        }
        return home;
    }

    private static PagesProgress progress(PrintStream out) {
        return (ticks, ofTicks) -> {
            if (ticks == ofTicks || ticks % TICKS_A_LINE < TickPage.DEFAULT_CAPACITY) {
                out.printf("making segments: %d of %d ticks%n", ticks, ofTicks);
            }
        };
    }

    /// Other symbols of the store are in the files too, so that all ticks are counted.
    private static void printSizes(Targets targets, TickStore store, Path home) {
        long ticks =
                store.symbols().stream().mapToLong(symbol -> symbol.ticks()).sum();
        long database = sizeOf(store.file());
        long segments = sizeOf(home.resolve("segments"));
        targets.heading("On disk, all symbols");
        targets.told("database", database / MEGA, "MB");
        targets.told("segments", segments / MEGA, "MB");
        targets.told("database, a tick", (double) database / ticks, "bytes");
        targets.told("segments, a tick", (double) segments / ticks, "bytes");
        targets.below("both, a tick", (double) (database + segments) / ticks, "bytes", MOST_BYTES_A_TICK);
    }

    private static long sizeOf(Path path) {
        if (!Files.exists(path)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void printMemory(Targets targets) {
        targets.heading("Memory of the process");
        ProcessMemory.now()
                .ifPresentOrElse(
                        memory -> {
                            targets.below("most ever resident", memory.peakBytes() / MEGA, "MB", MOST_RESIDENT_MB);
                            targets.told("resident at the end", memory.residentBytes() / MEGA, "MB");
                            targets.told("of which anonymous", memory.anonymousBytes() / MEGA, "MB");
                            targets.told("of which mapped files", memory.fileBytes() / MEGA, "MB");
                        },
                        () -> targets.skipped("most ever resident", "this system does not tell"));
    }
}
