package ai.backtestr.desktop.userstrategy;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A folder of strategies, and ticks to run them on: one trade a second, the price going up and down.
final class SourceFolder {
    static final String IMPORTS = """
            import ai.backtestr.engine.bar.*;
            import ai.backtestr.engine.indicator.*;
            import ai.backtestr.engine.order.*;
            import ai.backtestr.engine.strategy.*;
            import java.util.*;
            """;

    private final Path folder;
    private final StrategyLibrary library;

    SourceFolder(Path folder) {
        this.folder = folder;
        library = new StrategyLibrary(folder, new SourceCompiler(), Duration.ofMillis(400));
    }

    StrategyLibrary library() {
        return library;
    }

    Path write(String file, String... lines) {
        return write(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    Path write(String file, byte[] content) {
        try {
            return Files.write(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a class that implements Strategy with an empty `prepare`, and these members.
    Path writeStrategy(String name, String... members) {
        return write(
                name + ".java",
                IMPORTS + "public class " + name
                        + " implements Strategy {\n    public void prepare(StrategySetup setup) {"
                        + " setup.listenToTicks(); setup.bars(Timeframe.ONE_MINUTE); }\n" + String.join("\n", members)
                        + "\n}\n");
    }

    OwnStrategy only() {
        return library.own().getFirst();
    }

    BacktestResult run(String name) {
        return run(name, Map.of());
    }

    BacktestResult run(String name, Map<String, String> parameters) {
        return new Backtest(BacktestSpec.of(library.named(name), parameters), new Seconds(600))
                .run()
                .orElseThrow();
    }

    /// So many trades, a second apart.
    static final class Seconds implements TickSource {
        private final int count;
        private int next;

        Seconds(int count) {
            this.count = count;
        }

        @Override
        public Instrument instrument() {
            return new Instrument("TEST", 0, 0, "USD", TradingCalendar.ALWAYS_OPEN);
        }

        @Override
        public boolean hasTrades() {
            return true;
        }

        @Override
        public String dataDigest() {
            return "seconds " + count;
        }

        @Override
        public long tickCount() {
            return count;
        }

        @Override
        public boolean fill(TickPage page) {
            page.clear();
            while (!page.isFull() && next < count) {
                int price = 100 + Math.abs(next / 60 % 6 - 3);
                page.append(next++ * 1_000_000_000L, price, price, 1, 1, TickFlags.TRADE);
            }
            return page.count() > 0;
        }

        @Override
        public void close() {}
    }
}
