package ai.backtestr.desktop.userstrategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.StrategyException;
import ai.backtestr.engine.strategy.StrategyDefinition;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A user's own sources: compiled, refused with their place, run, stopped, replaced.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OwnStrategiesTest {
    private static final String LOOP = "while (true) { }";
    private static final String CALLBACKS = """
            onStart | StrategyContext context
            onTick  | StrategyContext context
            onBar   | BarSeries bars, StrategyContext context
            onFill  | Fill fill, StrategyContext context
            onOrder | Order order, OrderEvent event, StrategyContext context
            onTimer | long dueNs, StrategyContext context
            onStop  | StrategyContext context
            """;

    /// Has every callback called.
    private static final String BEGIN = "context.buy(1); context.wakeAt(context.timeNs() + 1);";

    @TempDir
    Path home;

    private SourceFolder sources = new SourceFolder(Path.of(""));

    @BeforeEach
    void useFolder() {
        sources = new SourceFolder(home);
    }

    @Test
    void shouldCompileAndTradeWhatTheTemplateGives() {
        Path file = sources.library().create("my-cross");
        assertThat(file.getFileName()).hasToString("MyCross.java");
        StrategyDefinition definition = sources.library().named("my-cross");
        assertThat(definition.parameters()).hasSize(3);
        assertThat(sources.run("my-cross", Map.of("period", "2", "timeframe", "1m"))
                        .fills())
                .hasSizeGreaterThan(1);
        assertThatThrownBy(() -> sources.library().create("MyCross"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("exists already");
        assertThatThrownBy(() -> sources.library().create("../x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot name a strategy");
    }

    @Test
    void shouldGiveTheSameHashForTheSameSourceAndAnotherForAnother() {
        Path file = sources.library().create("my-cross");
        Map<String, String> quick = Map.of("period", "2", "timeframe", "1m");
        String hash = sources.run("my-cross", quick).resultHash();
        assertThat(sources.run("my-cross", quick).resultHash()).isEqualTo(hash);
        assertThat(new SourceFolder(home).run("my-cross", quick).resultHash()).isEqualTo(hash);
        append(file, "\n// changed\n");
        BacktestResult changed = sources.run("my-cross", quick);
        assertThat(changed.resultHash()).isNotEqualTo(hash);
        assertThat(changed.spec().strategy().sourceDigest()).hasSize(64);
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, Files.readString(file) + text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldRunPackagedSourcesWithSeveralClasses() {
        sources.write(
                "Several.java",
                "package my.own;",
                SourceFolder.IMPORTS + "public class Several implements Strategy {",
                "  private final Helper helper = new Helper();",
                "  record Pair(int a, int b) {}",
                "  public void prepare(StrategySetup setup) { setup.listenToTicks(); }",
                "  public void onTick(StrategyContext context) { if (helper.isTime(new Pair(1, 2))) context.buy(1); }",
                "}",
                "class Helper { int calls; boolean isTime(Several.Pair pair) { return ++calls == pair.a() + pair.b(); } }");
        assertThat(sources.run("several").fills()).hasSize(1);
        assertThat(sources.library().named("several").title()).isEqualTo("Several");
    }

    @Test
    void shouldBeginStaticStateAnewWithEachRun() {
        sources.writeStrategy(
                "Counting",
                "static int ticks;",
                "public void onTick(StrategyContext context) { if (++ticks == 5) context.buy(1); }");
        assertThat(sources.run("counting").fills()).hasSize(1);
        assertThat(sources.run("counting").fills()).hasSize(1);
    }

    private void assertRefused(String place, String what) {
        OwnStrategy own = sources.only();
        assertThat(own.definition()).isNull();
        assertThat(own.problems().getFirst().toString()).startsWith(place).contains(what);
        assertThatThrownBy(() -> sources.library().named(own.name()))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(place)
                .hasMessageContaining("strategies --check");
    }

    @Test
    void shouldShowTheLineAndColumnOfASyntaxError() {
        sources.writeStrategy("Broken", "\tint x = 5", "void y() {}");
        assertRefused("Broken.java:8:11: ", "';' expected");
        assertThat(sources.only().problems().getFirst().lines())
                .containsExactly("Broken.java:8:11: ';' expected", "    \tint x = 5", "    \t         ^");
    }

    @Test
    void shouldShowEveryErrorWithItsDetails() {
        sources.writeStrategy("Broken", "int x = \"text\";", "int y = unknown;");
        assertRefused("Broken.java:8:9: ", "incompatible types: java.lang.String cannot be converted to int");
        assertThat(sources.only().problems()).hasSize(2);
        assertThat(sources.only().problems().getLast().message())
                .contains("cannot find symbol; symbol: variable unknown");
    }

    @Test
    void shouldRefuseWhatIsNoStrategy() {
        sources.write("Plain.java", "public class Plain { }");
        assertRefused("Plain.java: ", "Plain has to implement Strategy, or to have a static DEFINITION");
        sources.write("Plain.java", "public class Plain { static final String DEFINITION = \"\"; }");
        assertRefused("Plain.java: ", "its DEFINITION has to be a StrategyDefinition");
        sources.write("Plain.java", "class Other { }");
        assertRefused("Plain.java: ", "it has no class Plain");
        sources.write("Plain.java", "public class Plain { } public class Other { }");
        assertRefused("Plain.java:1:", "class Other is public, should be declared in a file named Other.java");
    }

    @Test
    void shouldRefuseAStrategyThatCannotBeMade() {
        sources.writeStrategy("Needy", "public Needy(int x) { }");
        assertThatThrownBy(() -> sources.run("needy")).hasMessageContaining("a constructor without parameters");
        sources.writeStrategy("Needy", "public Needy() { Object o = null; o.hashCode(); }");
        assertThatThrownBy(() -> sources.run("needy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Needy.java:8: java.lang.NullPointerException");
        sources.writeStrategy("Needy", "static int x = 1 / Integer.parseInt(\"0\");");
        assertRefused("Needy.java", "/ by zero");
    }

    @Test
    void shouldSeeOnlyWhatTheEngineExports() {
        sources.writeStrategy("Nosy", "ai.backtestr.engine.pipeline.TickPipeline pipeline;");
        assertRefused("Nosy.java:8:", "package ai.backtestr.engine.pipeline does not exist");
    }

    @Test
    void shouldRefuseToEndTheProgram() {
        sources.writeStrategy("Quitter", "public void onTick(StrategyContext context) { System.exit(1); }");
        assertRefused("Quitter.java:8: ", "must not end the program");
    }

    @Test
    void shouldRefuseFilesThatAreNoSource() {
        byte[] latin = "// gr\u00fcn\nclass A { }".getBytes(StandardCharsets.ISO_8859_1);
        sources.write("Latin.java", latin);
        assertRefused("Latin.java:1:6: ", "the byte 0xFC is no UTF-8");
        delete("Latin.java");
        sources.write("Huge.java", new byte[(int) SourceFile.MOST_BYTES + 1]);
        assertRefused("Huge.java: ", "it has 1048577 bytes");
        delete("Huge.java");
        sources.write("no-name.java", "");
        assertRefused("no-name.java: ", "has to be a class name");
        delete("no-name.java");
        sources.writeStrategy("EmaCross");
        assertThat(sources.only().problems().getFirst().message())
                .contains("comes with the product is called ema-cross");
    }

    private void delete(String file) {
        try {
            Files.delete(home.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldSayHowToGetACompiler() {
        sources.writeStrategy("Fine");
        StrategyLibrary library = new StrategyLibrary(home, new SourceCompiler(() -> null), Duration.ofSeconds(1));
        assertThat(library.own().getFirst().problems().getFirst().message())
                .contains("has no compiler; start the program with a JDK 25");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = CALLBACKS)
    void shouldNameThePlaceWhereACallbackThrows(String callback, String parameters) {
        String failing = "Collections.emptyIterator().next();"; // thrown below the strategy's own code
        sources.writeStrategy("Failing", members(callback, parameters, failing));
        assertThatThrownBy(() -> sources.run("failing"))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("strategy failing failed on tick ")
                .hasMessageContaining("Failing.java:9: java.util.NoSuchElementException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = CALLBACKS)
    void shouldStopACallbackThatLoops(String callback, String parameters) {
        sources.writeStrategy("Looping", members(callback, parameters, LOOP));
        assertThatThrownBy(() -> sources.run("looping"))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("Looping.java:9: ")
                .hasMessageContaining(callback + " did not return within 0.4 s and was stopped");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /// Puts a statement on line 9 of the callback, and into `onStart` what has all of them called.
    private static String[] members(String callback, String parameters, String statement) {
        String begins =
                callback.equals("onStart") ? "" : "public void onStart(StrategyContext context) { " + BEGIN + " }";
        return new String[] {"public void " + callback + "(" + parameters + ") {", statement, "}", begins};
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            try { while (true) { } } catch (Throwable e) { }
            while (true) { try { Thread.sleep(1000); } catch (Exception e) { } }
            for (long i = 0; i >= 0; i++) { if (i == Long.MAX_VALUE) i = 0; }
            do { try { if (true) continue; } finally { } } while (true);
            deep(60);
            java.util.stream.Stream.iterate(1, x -> x).forEach(x -> { });
            synchronized (this) { try { wait(); } catch (InterruptedException e) { } }
            new Object() { void forever() { for (; ; ) { } } }.forever();
            """)
    void shouldStopWhateverDoesNotComeBack(String statement) {
        sources.writeStrategy(
                "Stubborn",
                "static int deep(int n) { return n == 0 ? 1 : deep(n - 1) + deep(n - 1); }",
                "public void onTick(StrategyContext context) { " + statement + " }");
        assertThatThrownBy(() -> sources.run("stubborn"))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("Stubborn.java:")
                .hasMessageContaining("onTick did not return within 0.4 s");
    }

    @Test
    void shouldNameEndlessRecursionAndMissingClasses() {
        sources.writeStrategy("Deep", "public void onTick(StrategyContext context) { onTick(context); }");
        assertThatThrownBy(() -> sources.run("deep"))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("Deep.java:8: java.lang.StackOverflowError");
    }

    @Test
    void shouldStopWhatLoopsBeforeTheFirstTick() {
        sources.writeStrategy("Early", "Early() { " + LOOP + " }");
        assertThatThrownBy(() -> sources.run("early"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Early.java:8: ")
                .hasMessageContaining("the constructor did not return");
        sources.write(
                "Early.java",
                SourceFolder.IMPORTS + "class Early implements Strategy { public void prepare(StrategySetup setup) {",
                LOOP + " } }");
        assertThatThrownBy(() -> sources.run("early"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Early.java:7: ")
                .hasMessageContaining("prepare did not return");
        sources.writeStrategy("Early", "static { if (true) " + LOOP + " }");
        assertRefused("Early.java", "the static initialiser did not return");
    }

    @Test
    void shouldLetGoOfOldVersions() throws InterruptedException {
        sources.writeStrategy(
                "Probe",
                "static { System.getProperties().put(\"probe\","
                        + " new java.lang.ref.WeakReference<>(Probe.class.getClassLoader())); }",
                "public void onTick(StrategyContext context) { context.buy(1); }");
        BacktestResult kept = sources.run("probe");
        WeakReference<?> loader =
                (WeakReference<?>) Objects.requireNonNull(System.getProperties().remove("probe"));
        for (int i = 0; i < 200 && !loader.refersTo(null); i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(loader.refersTo(null)).isTrue();
        assertThat(kept.spec().strategy().values(Map.of())).isNotNull(); // a definition holds on to no class
    }

    @Test
    void shouldGoOnWithARunWhoseFileIsDeleted() {
        sources.writeStrategy("Gone", "public void onTick(StrategyContext context) { context.buy(1); }");
        BacktestSpec spec = BacktestSpec.of(sources.library().named("gone"), Map.of());
        delete("Gone.java");
        assertThat(new Backtest(spec, new SourceFolder.Seconds(10))
                        .run()
                        .orElseThrow()
                        .fills())
                .hasSize(9);
        assertThat(sources.library().own()).isEmpty();
        assertThatThrownBy(() -> sources.library().named("gone"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no strategy is called 'gone'");
    }

    @Test
    void shouldTellOfASaveOnceItIsWhole() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        try (FolderWatch watch = new FolderWatch(home, told::countDown)) {
            assertThat(watch).isNotNull();
            sources.writeStrategy("Saved");
            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(sources.only().problems()).isEmpty();
    }
}
