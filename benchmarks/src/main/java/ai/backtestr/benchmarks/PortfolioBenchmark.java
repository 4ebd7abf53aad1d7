package ai.backtestr.benchmarks;

import ai.backtestr.engine.currency.ConversionRule;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.InstrumentTerms;
import ai.backtestr.engine.run.PortfolioBacktest;
import ai.backtestr.engine.run.PortfolioSpec;
import ai.backtestr.engine.tick.DecodedTicks;
import ai.backtestr.engine.tick.PageSource;
import ai.backtestr.engine.tick.TickPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Whole runs over several instruments in one account, a strategy on each: what merging, shared equity and conversion
/// cost beside [EngineBenchmark]. One operation is one tick of one instrument; the score is million ticks a second over
/// all of them.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 5, time = 4)
public class PortfolioBenchmark {
    private static final int INSTRUMENTS = 3;

    /// Whether profits are converted to another currency, at the instruments' own prices.
    @Param({"USD", "EUR"})
    private String currency = "USD";

    private final DecodedTicks ticks = SyntheticTicks.decoded(EngineState.PAGES, SyntheticTicks.BURSTS);

    @TearDown
    public void free() {
        ticks.close();
    }

    /// Three instruments with the same ticks, all of which share their times.
    @Benchmark
    @OperationsPerInvocation(INSTRUMENTS * EngineState.TICKS)
    public BacktestResult threeInstruments() {
        BacktestSpec base = BacktestSpec.of(TrendFollower.DEFINITION, Map.of());
        PortfolioSpec spec = new PortfolioSpec(
                base,
                currency,
                ConversionRule.TAKER,
                List.of(),
                Collections.nCopies(INSTRUMENTS - 1, InstrumentTerms.ofMain(base)));
        List<PageSource> sources = new ArrayList<>();
        for (int i = 0; i < INSTRUMENTS; i++) {
            sources.add(new Renamed(ticks.reader(), "PAIR" + i));
        }
        return new PortfolioBacktest(spec, sources, List.of()).run().orElseThrow();
    }

    /// The same ticks under another symbol.
    private record Renamed(PageSource source, String symbol) implements PageSource {
        @Override
        public Instrument instrument() {
            Instrument of = source.instrument();
            return new Instrument(
                    symbol,
                    of.priceScale(),
                    of.quantityScale(),
                    of.quoteCurrency(),
                    of.calendar(),
                    of.contract().withBaseCurrency("EUR"));
        }

        @Override
        public boolean hasTrades() {
            return source.hasTrades();
        }

        @Override
        public String dataDigest() {
            return source.dataDigest();
        }

        @Override
        public long tickCount() {
            return source.tickCount();
        }

        @Override
        public @Nullable TickPage nextPage() {
            return source.nextPage();
        }

        @Override
        public boolean fill(TickPage page) {
            return source.fill(page);
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
