package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.commandline.Program.Outcome;
import ai.backtestr.desktop.fixture.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Recorded EURUSD (FXCM), XAUUSD (OANDA) and GBPJPY (Dukascopy) in one account, from the command line.
class PortfolioTest {
    private static final String PAIR = "run EURUSD --also XAUUSD --strategy pairs-reversion --param quantity=5000"
            + " --param timeframe=1m --param period=60 --currency EUR --leverage 20 --commission 0.002%";

    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void importTicks() {
        program = new Program(folder.resolve("home"));
        Path eurusd = SharedData.of("fx_lean_fxcm_EURUSD", "tick", "20140502_quote.zip");
        Path gold = SharedData.of("metal_lean_oanda_XAUUSD", "tick", "20140502_quote.zip");
        Path sterling = SharedData.of("fx_dukascopy_bi5", "GBPJPY");
        assertThat(program.line("import --symbol EURUSD --zone -05:00", eurusd).exitCode())
                .isZero();
        assertThat(program.line("import --symbol XAUUSD", gold).exitCode()).isZero();
        assertThat(program.line("import --symbol GBPJPY", sterling).exitCode()).isZero();
    }

    private static JsonNode json(String words) {
        Outcome outcome = program.line(words + " --json");
        assertThat(outcome.err()).isEmpty();
        return JsonMapper.shared().readTree(outcome.out());
    }

    @Test
    void shouldReportARunAndMakeItAgainAndExplainFillsOfBothInstruments() throws IOException {
        Path report = folder.resolve("pair");
        Outcome outcome = program.line(PAIR + " --report", report);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.outLines())
                .contains("Symbol          EURUSD, XAUUSD")
                .anyMatch(line -> line.startsWith("Conversion      USD by EURUSD inverse"))
                .anyMatch(line -> line.startsWith("  ok           Look-ahead  "))
                .anyMatch(line -> line.startsWith("XAUUSD  "))
                .anyMatch(line -> line.startsWith("All of these at once  "));
        String number = outcome.outLines().stream()
                .filter(line -> line.startsWith("Run  "))
                .findFirst()
                .orElseThrow()
                .substring(16);
        assertThat(program.line("rerun " + number).out()).startsWith("same result hash");
        assertThat(program.line("rerun", report).out()).startsWith("same result hash");
        assertThat(program.line("runs").out()).contains("EURUSD+XAUUSD");
        assertThat(Files.readString(report.resolve("report.html"))).contains("By instrument");
        for (String fill : List.of("1", "2", "3", "4")) {
            Outcome explained = program.line("explain " + number + " " + fill);
            assertThat(explained.exitCode()).as(explained.out()).isZero();
            assertThat(explained.out()).contains("the same price, time and slippage");
        }
        requireFilesAgree(report);
    }

    /// What the files say of each instrument adds up to the figures of the run, and to nothing but these symbols.
    private static void requireFilesAgree(Path report) throws IOException {
        JsonNode result = JsonMapper.shared().readTree(Files.readString(report.resolve("result.json")));
        BigDecimal profit = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        for (JsonNode instrument : result.get("instruments")) {
            profit = profit.add(instrument.get("closedProfit").decimalValue())
                    .add(instrument.get("openProfit").decimalValue());
            fees = fees.add(instrument.get("fees").decimalValue());
        }
        assertThat(result.get("instruments")).hasSize(2);
        assertThat(result.at("/conversion/currency").asString()).isEqualTo("EUR");
        assertThat(fees).isEqualByComparingTo(result.at("/statistics/fees").decimalValue());
        assertThat(profit)
                .isEqualByComparingTo(result.at("/statistics/netProfit").decimalValue());
        for (String file : List.of("trades.csv", "fills.csv", "orders.csv")) {
            List<String> lines = Files.readAllLines(report.resolve(file));
            assertThat(lines.getFirst()).as(file).endsWith(",symbol");
            assertThat(lines.subList(1, lines.size()))
                    .as(file)
                    .allMatch(line -> line.endsWith(",EURUSD") || line.endsWith(",XAUUSD"))
                    .anyMatch(line -> line.endsWith(",EURUSD"))
                    .anyMatch(line -> line.endsWith(",XAUUSD"));
        }
    }

    /// Independent strategies in an account that carries both do what each does alone.
    @Test
    void shouldEarnTheSumOfWhatBothEarnAlone() {
        String rest = " --strategy sma-cross --timeframe 5m --leverage 1000 --cash 1000000 --checks none";
        JsonNode both = json("run EURUSD --also XAUUSD" + rest);
        BigDecimal alone = BigDecimal.ZERO;
        int trades = 0;
        for (String symbol : List.of("EURUSD", "XAUUSD")) {
            JsonNode one = json("run " + symbol + rest);
            alone = alone.add(one.at("/statistics/netProfit").decimalValue());
            trades += one.at("/statistics/trades").asInt();
        }
        assertThat(both.at("/statistics/trades").asInt()).isEqualTo(trades).isPositive();
        assertThat(both.at("/statistics/netProfit").decimalValue()).isEqualByComparingTo(alone);
    }

    /// At a rate that stands still, every amount of the run in yen is divided by it.
    @Test
    void shouldConvertEveryTradeAtTheRateStated() throws IOException {
        String run = "run GBPJPY --strategy sma-cross --timeframe 1h --param quantity=1000 --leverage 50 --checks none";
        Path yen = folder.resolve("yen");
        Path dollars = folder.resolve("dollars");
        assertThat(program.line(run + " --cash 1000000 --report", yen).exitCode())
                .isZero();
        assertThat(program.line(run + " --currency USD --rate USDJPY=80 --report", dollars)
                        .exitCode())
                .isZero();
        List<String> inYen = Files.readAllLines(yen.resolve("trades.csv"));
        List<String> inDollars = Files.readAllLines(dollars.resolve("trades.csv"));
        assertThat(inDollars).hasSameSizeAs(inYen).hasSizeGreaterThan(5);
        for (int i = 1; i < inYen.size(); i++) {
            BigDecimal earned = new BigDecimal(inYen.get(i).split(",", -1)[7]);
            assertThat(new BigDecimal(inDollars.get(i).split(",", -1)[7]))
                    .isEqualByComparingTo(earned.divide(BigDecimal.valueOf(80)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "GBPJPY --currency USD | nothing stored tells the rate of the two; import ticks of USDJPY or JPYUSD",
                "GBPJPY --currency usd | --currency: 'usd' is not usable",
                "EURUSD --also EURUSD | EURUSD is named twice",
                "EURUSD --also GBPJPY --rate USDJPY=82 | they have no time in common",
                "EURUSD --also XAUUSD --rate EURUSD | 'EURUSD' is not a rate; write one like EURUSD=1.10",
                "EURUSD --also XAUUSD --conversion side | 'side' is none of taker, mid",
                "EURUSD --also XAUUSD --slippage fixed:0.00001 | XAUUSD, slippage: 0.00001 has more than the 3 decimals",
                "EURUSD --also XAUUSD --for GBPUSD:spread=data | 'GBPUSD' is no instrument named with --also",
                "EURUSD --also XAUUSD --for XAUUSD:cash=5 | 'cash' is not a setting of an instrument",
                "EURUSD --also NOPE | no ticks of 'NOPE' are stored",
            })
    void shouldSayWhatIsWrongBeforeTheRun(String words, String expected) {
        Outcome outcome = program.line("run " + words.trim() + " --strategy sma-cross --checks none");
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.err()).contains(expected).hasLineCount(1);
    }

    @Test
    void shouldNameTheOtherInstrumentThatAPairNeeds() {
        assertThat(program.line("run EURUSD --strategy pairs-reversion").err())
                .contains("pairs-reversion trades 2 instruments together; name the other one with --also");
    }

    /// A strategy of one's own names its further instrument itself, and orders on it.
    @Test
    void shouldTradeTheFurtherInstrumentsThatAnOwnStrategyDeclares() throws IOException {
        Path strategies = Files.createDirectories(folder.resolve("home").resolve("strategies"));
        Files.writeString(strategies.resolve("BothSides.java"), """
                import ai.backtestr.engine.strategy.*;
                import java.util.List;

                public class BothSides implements Strategy {
                    static final StrategyDefinition DEFINITION = new StrategyDefinition(
                            "both-sides", "Both sides", "Buys one and sells the other.", List.of(),
                            values -> new BothSides()).tradingWith(List.of("XAUUSD"));

                    @Override
                    public void prepare(StrategySetup setup) {
                        if (!setup.of(1).instrument().symbol().equals("XAUUSD")) {
                            throw new IllegalArgumentException("needs gold");
                        }
                    }

                    @Override
                    public void onStart(StrategyContext context) {
                        context.of(0).buy(1000);
                        context.of(1).sell(1);
                    }
                }
                """);
        JsonNode result = json("run EURUSD --strategy both-sides --leverage 10 --checks none");
        assertThat(result.at("/instruments/0/position").asString()).isEqualTo("1000");
        assertThat(result.at("/instruments/1/symbol").asString()).isEqualTo("XAUUSD");
        assertThat(result.at("/instruments/1/position").asString()).isEqualTo("-1");
    }
}
