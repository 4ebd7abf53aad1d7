package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.commandline.Program.Outcome;
import ai.backtestr.desktop.fixture.SharedData;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.ConcurrentBacktests;
import ai.backtestr.engine.strategy.builtin.EmaCross;
import ai.backtestr.engine.tick.DecodedTicks;
import ai.backtestr.engine.tick.TickSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The same run has the same result hash, however the machine is used: whatever the pages, the threads, the cache, and
/// whether it is run for the first time or again.
class SameHashTest {
    private static final String RUN = "run EURUSD --strategy ema-cross --param fast=3 --param slow=8 --timeframe 5m"
            + " --param quantity=1000 --slippage random:0.0002 --latency 10ms..400ms --checks none --json ";

    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void load() {
        program = new Program(folder.resolve("home"));
        Path data = SharedData.of("fx_lean_fxcm_EURUSD", "tick");
        assertThat(program.line("import --symbol EURUSD --zone -05:00", data).exitCode())
                .isZero();
    }

    private static String hash(String more) {
        Outcome outcome = program.line((RUN + more).strip());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return JsonMapper.shared().readTree(outcome.out()).get("resultHash").asString();
    }

    @Test
    void shouldNotDependOnThreadsNorOnWhatIsCached() throws IOException {
        Set<String> hashes = new TreeSet<>();
        deleteSegments();
        hashes.add(hash("")); // cold: the segments are made anew
        hashes.add(hash("")); // warm
        for (String wait : List.of("spin", "yield", "sleep", "block")) {
            hashes.add(hash("--wait " + wait));
        }
        hashes.add(hash("--wait yield --engine-cpu 0 --producer-cpu 0")); // both threads on one processor
        assertThat(hashes).hasSize(1);
        assertThat(hash("--seed 8")).isNotIn(hashes);
        assertThat(program.line("rerun 1").out())
                .startsWith("same result hash: " + hashes.iterator().next());
    }

    @Test
    void shouldNotDependOnPagesNorOnRunningBesideOthers() {
        BacktestSpec spec =
                BacktestSpec.of(EmaCross.DEFINITION, Map.of("timeframe", "5m", "fast", "3", "quantity", "1000"));
        Set<String> hashes = new TreeSet<>();
        try (Workspace workspace = Workspace.open(new HomeFolder(folder.resolve("home")))) {
            for (int pageTicks : new int[] {1_000, 4_097, 65_536}) {
                try (TickSource source = ticks(workspace)) {
                    hashes.add(new Backtest(spec, source, pageTicks)
                            .run()
                            .orElseThrow()
                            .resultHash());
                }
            }
            try (TickSource source = ticks(workspace);
                    DecodedTicks decoded = DecodedTicks.of(source)) {
                for (int threads : new int[] {1, 2}) {
                    new ConcurrentBacktests(decoded, List.of(spec, spec, spec), threads)
                            .run().stream()
                                    .map(result -> result.map(BacktestResult::resultHash)
                                            .orElseThrow())
                                    .forEach(hashes::add);
                }
            }
        }
        assertThat(hashes).hasSize(1);
    }

    @Test
    void shouldSayThatComparedRunsAreOfDifferentData() {
        int whole = number("");
        int later = number("--from 2014-05-05");
        Outcome compared = program.line("compare " + whole + " " + later);

        assertThat(compared.err()).startsWith("backtestr: the two runs are of different data; ");
        assertThat(compared.outLines()).anyMatch(line -> line.startsWith("*  data digest "));
        assertThat(program.line("compare " + whole + " " + number("--seed 9")).err())
                .isEmpty();
    }

    private static int number(String more) {
        return JsonMapper.shared()
                .readTree(program.line((RUN + more).strip()).out())
                .get("run")
                .asInt();
    }

    private static TickSource ticks(Workspace workspace) {
        return workspace.store().ticks("EURUSD", Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static void deleteSegments() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("home/segments"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
