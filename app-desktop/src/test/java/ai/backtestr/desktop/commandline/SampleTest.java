package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.store.TickStore;
import ai.backtestr.desktop.commandline.Program.Outcome;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import ai.backtestr.engine.tick.TickSource;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every command on the sample, which the main job loads.
class SampleTest {
    private static final String EMA_CROSS = "run BTCUSD --strategy ema-cross --param quantity=5 --commission 0.1%";

    @TempDir
    static Path folder;

    private static Program program;
    private static Outcome firstDemo;

    @BeforeAll
    static void loadSample() {
        program = new Program(folder.resolve("home"));
        firstDemo = program.line("demo");
    }

    @Test
    void shouldWriteReportToResultsAndPrintSummaryWhenDemoRuns() {
        Path report = folder.resolve("home/results/20260203-040506-BTCUSD-ema-cross");

        assertThat(firstDemo.exitCode()).isZero();
        assertThat(firstDemo.err()).isEqualTo("backtestr: the sample is loaded: 100,000 ticks of BTCUSD\n");
        assertThat(firstDemo.outLines())
                .contains(
                        "Period          2013-11-25T00:00:00Z to 2013-12-01T16:02:05Z",
                        "Ticks           100,000",
                        "Report          " + report)
                .anyMatch(line -> line.matches("Ticks a second +[0-9,]+"))
                .anyMatch(line -> line.matches("Trades +[0-9]+"))
                .anyMatch(line -> line.matches("Net profit +.* USD .*"))
                .anyMatch(line -> line.matches("Max drawdown +.* USD .*"))
                .anyMatch(line -> line.matches("Sharpe ratio +.*"))
                .anyMatch(line -> line.matches("Result hash +[0-9a-f]{64}"));
        assertThat(report)
                .isDirectoryContaining("glob:**result.json")
                .isDirectoryContaining("glob:**trades.csv")
                .isDirectoryContaining("glob:**fills.csv")
                .isDirectoryContaining("glob:**chart.png")
                .isDirectoryContaining("glob:**report.html");
    }

    @Test
    void shouldRecogniseSampleAndGiveSameHashWhenDemoRunsAgain() {
        Outcome again = program.line("demo --report", folder.resolve("again"));

        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("the sample was loaded before");
        assertThat(hashIn(again)).isEqualTo(hashIn(firstDemo));
        assertThat(program.line("sql --csv", "SELECT count(*) AS n FROM tick").out())
                .isEqualTo("n\n100000\n");
    }

    private static String hashIn(Outcome demo) {
        return demo.outLines().stream()
                .filter(line -> line.startsWith("Result hash"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1s", "5s", "15s", "30s", "1m", "5m", "15m", "30m", "1h", "4h", "12h", "1d"})
    void shouldEqualSqlAggregationWhenBarsAreBuilt(String timeframe) {
        Outcome bars = program.line("bars BTCUSD --csv --timeframe " + timeframe);

        assertThat(bars.exitCode()).isZero();
        assertThat(bars.outLines()).isEqualTo(barsBySql(lengthNs(timeframe)));
    }

    private static long lengthNs(String timeframe) {
        int count = Integer.parseInt(timeframe.substring(0, timeframe.length() - 1));
        return switch (timeframe.charAt(timeframe.length() - 1)) {
            case 's' -> count * 1_000_000_000L;
            case 'm' -> count * 60_000_000_000L;
            case 'h' -> count * 3_600_000_000_000L;
            default -> count * 86_400_000_000_000L;
        };
    }

    private static List<String> barsBySql(long lengthNs) {
        String sql = """
                SELECT ms // 1000 // %1$d * %1$d AS start,
                       first(bid ORDER BY rowid) AS open,
                       max(bid) AS high,
                       min(bid) AS low,
                       last(bid ORDER BY rowid) AS close,
                       sum(bid_size) AS volume,
                       count(*) AS ticks
                FROM tick
                GROUP BY 1
                ORDER BY 1
                """.formatted(lengthNs / 1_000_000_000L);
        List<String> lines = new ArrayList<>(List.of("time,open,high,low,close,volume,ticks"));
        program.line("sql --csv", sql).outLines().stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .forEach(row -> lines.add(Instant.ofEpochSecond(Long.parseLong(row[0])) + ","
                        + decimal(row[1], 2) + "," + decimal(row[2], 2) + "," + decimal(row[3], 2) + ","
                        + decimal(row[4], 2) + "," + decimal(row[5], 8) + "," + row[6]));
        return lines;
    }

    private static String decimal(String units, int decimals) {
        return new BigDecimal(units)
                .movePointLeft(decimals)
                .setScale(decimals, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    @Test
    void shouldPrintOnlyBarsInRangeWhenFromAndToAreGiven() {
        Outcome bars = program.line("bars BTCUSD --timeframe 1h --csv --from 2013-11-26 --to 2013-11-26T02:00");

        assertThat(bars.outLines()).hasSize(3).element(1).asString().startsWith("2013-11-26T00:00:00Z,");
    }

    @Test
    void shouldPrintTableWhenCsvIsNotAskedFor() {
        Outcome bars = program.line("bars BTCUSD --timeframe 1d");

        assertThat(bars.exitCode()).isZero();
        assertThat(bars.outLines()).hasSize(9);
        assertThat(bars.outLines().getFirst()).matches("time +open +high +low +close +volume +ticks");
    }

    @Test
    void shouldPrintResultAsJsonWhenAsked() {
        Outcome outcome = program.line(EMA_CROSS + " --json");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        JsonNode result = JsonMapper.shared().readTree(outcome.out());
        assertThat(result.get("resultHash").asString()).matches("[0-9a-f]{64}");
        assertThat(result.get("dataDigest").asString()).matches("[0-9a-f]{32}");
        assertThat(result.get("symbol").asString()).isEqualTo("BTCUSD");
        assertThat(result.get("strategy").asString()).isEqualTo("ema-cross");
        assertThat(result.get("from").asString()).isEqualTo("2013-11-25T00:00:00Z");
        assertThat(result.get("to").asString()).isEqualTo("2013-12-01T16:02:05Z");
        assertThat(result.get("ticks").asInt()).isEqualTo(100_000);
        assertThat(result.get("ticksPerSecond").isNumber()).isTrue();
        assertThat(result.at("/parameters/slow").asString()).isEqualTo("26");
        assertThat(result.at("/settings/commission").asString()).isEqualTo("0.1%");
        assertThat(result.at("/settings/startingCash").asInt()).isEqualTo(10_000);
        assertThat(result.at("/statistics/trades").asInt()).isPositive();
        assertThat(result.at("/statistics/netProfit").isNumber()).isTrue();
    }

    @Test
    void shouldWriteNullWhenAStatisticIsNotDefined() {
        // Averages this long are never ready on a week of daily bars, so nothing is traded.
        Outcome outcome = program.line(
                "run BTCUSD --strategy ema-cross --param timeframe=1d --param fast=100 --param slow=200 --json");

        JsonNode statistics = JsonMapper.shared().readTree(outcome.out()).get("statistics");
        assertThat(statistics.get("trades").asInt()).isZero();
        assertThat(statistics.get("profitFactor").isNull()).isTrue();
    }

    @Test
    void shouldGiveSameHashWhenRunAgainOrInOtherBatches() {
        String first = hashOf(program.line(EMA_CROSS + " --json"));
        String second = hashOf(program.line(EMA_CROSS + " --json"));

        assertThat(second).isEqualTo(first);
        assertThat(hashInBatchesOf(1)).isEqualTo(first);
        assertThat(hashInBatchesOf(977)).isEqualTo(first);
    }

    private static String hashOf(Outcome run) {
        return JsonMapper.shared().readTree(run.out()).get("resultHash").asString();
    }

    private static String hashInBatchesOf(int ticks) {
        BacktestSpec spec = BacktestSpec.of(BuiltInStrategies.named("ema-cross"), Map.of("quantity", "5"))
                .withCommission(CommissionModel.parse("0.1%"));
        try (TickStore store = TickStore.open(folder.resolve("home"));
                TickSource source = store.ticks("BTCUSD", Long.MIN_VALUE, Long.MAX_VALUE)) {
            return new Backtest(spec, source, ticks).run().orElseThrow().resultHash();
        }
    }

    @Test
    void shouldAgreeAmongAllFilesWhenReportIsWritten() throws IOException {
        Path report = folder.resolve("agree");

        Outcome outcome = program.line(EMA_CROSS + " --report", report);

        assertThat(outcome.exitCode()).isZero();
        JsonNode result = JsonMapper.shared().readTree(Files.readString(report.resolve("result.json")));
        List<String> trades = Files.readAllLines(report.resolve("trades.csv"));
        List<String> fills = Files.readAllLines(report.resolve("fills.csv"));
        assertThat(trades.getFirst())
                .startsWith("number,side,entryTime,exitTime,quantity,entryPrice,exitPrice,profit,fees,swap,entryOrder,")
                .endsWith(",lowestPrice,highestPrice,mae,mfe,symbol");
        assertThat(trades).hasSize(result.at("/statistics/trades").asInt() + 1);
        assertThat(fills.getFirst()).isEqualTo("time,order,side,quantity,price,fee,slippage,role,fill,symbol");
        assertThat(fills).hasSize(result.get("fills").asInt() + 1);
        assertThat(sum(fills, 5))
                .isEqualByComparingTo(result.at("/statistics/fees").decimalValue());
        assertThat(sum(trades, 7).add(result.at("/statistics/openProfit").decimalValue()))
                .isEqualByComparingTo(result.at("/statistics/netProfit").decimalValue());
        assertThat(ImageIO.read(report.resolve("chart.png").toFile()).getWidth())
                .isEqualTo(1600);
    }

    private static BigDecimal sum(List<String> csv, int column) {
        return csv.stream()
                .skip(1)
                .map(line -> new BigDecimal(line.split(",", -1)[column]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void shouldNeedNoOtherFileAndNoNetworkWhenReportIsRead() throws IOException {
        Path report = folder.resolve("page");
        program.line(EMA_CROSS + " --report", report);

        String page = Files.readString(report.resolve("report.html"));

        assertThat(page).contains("data:image/png;base64,", "<svg ", "prefers-color-scheme", "</html>");
        assertThat(page).doesNotContain("http:", "https:", "<link", "<script", "@import", "url(", "src=\"/");
    }

    @Test
    void shouldReplaceFilesAndLeaveNothingElseWhenReportFolderExists() throws IOException {
        Path report = folder.resolve("twice");
        Files.createDirectory(report);
        Files.writeString(report.resolve("result.json"), "old");
        Files.writeString(report.resolve("mine.txt"), "kept");

        program.line(EMA_CROSS + " --report", report);

        try (Stream<Path> files = Files.list(report)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "result.json",
                            "manifest.json",
                            "trades.csv",
                            "fills.csv",
                            "orders.csv",
                            "equity.csv",
                            "times.csv",
                            "chart.png",
                            "report.html",
                            "mine.txt");
        }
        assertThat(report.resolve("result.json")).content().contains("resultHash");
    }

    @Test
    void shouldLeaveNoReportWhenRunIsInterrupted() {
        Path report = folder.resolve("interrupted");
        Interruption interruption = new Interruption();
        interruption.finished();
        assertThat(interruption.interruptAndWait()).isTrue();

        Outcome outcome =
                program.run(interruption, "run", "BTCUSD", "--strategy", "ema-cross", "--report", report.toString());

        assertThat(outcome.exitCode()).isEqualTo(130);
        assertThat(report).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**.partial-*");
    }

    @ParameterizedTest
    @CsvSource({"dark, 0", "light, 255"})
    void shouldDrawChartOfThatSizeAndThemeWhenAsked(String theme, int brightness) throws IOException {
        Path file = folder.resolve("chart-" + theme + ".png");

        Outcome outcome =
                program.line("chart BTCUSD --timeframe 4h --width 640 --height 360 --theme " + theme + " --out", file);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo(file + "\n");
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(360);
        assertThat(image.getRGB(300, 2) & 0xff).isBetween(Math.max(0, brightness - 40), Math.min(255, brightness + 40));
    }

    @Test
    void shouldPrintRowsAsTableCsvOrJsonWhenSqlIsAsked() {
        String sql =
                "SELECT 1 AS one, 'a,b' AS text, NULL AS nothing, 0.1::DOUBLE AS tenth, 'nan'::DOUBLE AS nan, true AS yes";

        assertThat(program.line("sql", sql).outLines().getLast()).startsWith("1    a,b   NULL");
        assertThat(program.line("sql --csv", sql).out())
                .isEqualTo("one,text,nothing,tenth,nan,yes\n1,\"a,b\",,0.1,nan,true\n");
        JsonNode row = JsonMapper.shared()
                .readTree(program.line("sql --json", sql).out())
                .get(0);
        assertThat(row.get("one").asInt()).isEqualTo(1);
        assertThat(row.get("nothing").isNull()).isTrue();
        assertThat(row.get("tenth").decimalValue()).isEqualByComparingTo("0.1");
        assertThat(row.get("nan").asString()).isEqualTo("nan");
        assertThat(row.get("yes").asBoolean()).isTrue();
    }

    @Test
    void shouldSayThatRowsWereLeftOutWhenTableIsLong() {
        Outcome outcome = program.line("sql", "SELECT * FROM range(1001)");

        assertThat(outcome.outLines()).hasSize(1002);
        assertThat(outcome.err()).contains("only the first 1,000 rows are shown");
    }
}
