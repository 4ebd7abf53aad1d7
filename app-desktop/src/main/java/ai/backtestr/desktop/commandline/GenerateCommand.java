package ai.backtestr.desktop.commandline;

import ai.backtestr.data.store.StoredImport;
import ai.backtestr.data.synthetic.GenerationReport;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.synthetic.SyntheticMarket;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Makes up ticks.
@Command(
        name = "generate",
        description = {
            "Stores synthetic quotes, made up by a seeded model of a foreign exchange pair: sessions of Tokyo, London and"
                    + " New York, weekends, spreads, clusters of volatility. The same seed and options give the same"
                    + " ticks on every machine.",
            "They are stored under a symbol that begins with SYN., so that nobody takes them for market data."
        })
final class GenerateCommand implements Runnable {
    private static final BigDecimal MOST_YEARS = BigDecimal.valueOf(200);
    private static final BigDecimal USUAL_SPREAD_SHARE = new BigDecimal("0.000073");

    private static final class Length {
        @Option(
                names = "--years",
                required = true,
                paramLabel = "YEARS",
                description = "How many years, such as 10 or 0.25.")
        private @Nullable BigDecimal years;

        @Option(
                names = "--ticks",
                required = true,
                paramLabel = "COUNT",
                description = "How many ticks, such as 1000000 or 1e9, however long they take.")
        private @Nullable BigDecimal ticks;
    }

    private final CommandSession session;

    @Parameters(
            arity = "1",
            paramLabel = "SYMBOL",
            description = "Name of the instrument, such as EURUSD; stored as SYN.EURUSD.")
    private String symbol = "";

    @ArgGroup(multiplicity = "1")
    private Length length = new Length();

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Seed of all randomness; 1 unless given.")
    private long seed = 1;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            converter = ValueReaders.Time.class,
            description = "First time, in UTC; 2014-01-01 unless given.")
    private long start = Times.parse("2014-01-01");

    @Option(
            names = "--ticks-per-day",
            paramLabel = "COUNT",
            description = "Ticks of an average trading day; 115000 unless given, about 30 million a year.")
    private long ticksPerDay = 115_000;

    @Option(names = "--price", paramLabel = "PRICE", description = "Price it wanders around; 1.1 unless given.")
    private BigDecimal price = new BigDecimal("1.1");

    @Option(
            names = "--spread",
            paramLabel = "DISTANCE",
            description = "From bid to ask while London and New York trade; unless given 0.0073 %% of the price.")
    private @Nullable BigDecimal spread;

    @Option(names = "--json", description = "Print what was stored as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec command;

    GenerateCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        SyntheticMarket market = market();
        try (Workspace workspace = session.openWorkspace()) {
            GenerationReport report = session.complete(workspace.storing().generating(symbol, market));
            tell(report);
            session.terminal().line(json ? document(report) : table(report));
        }
    }

    /// @throws ParameterException if a value is outside its range
    private SyntheticMarket market() {
        try {
            long units = FixedPoint.toUnits(price, SyntheticMarket.PRICE_SCALE);
            BigDecimal distance = spread == null
                    ? price.multiply(USUAL_SPREAD_SHARE)
                            .setScale(SyntheticMarket.PRICE_SCALE, RoundingMode.HALF_EVEN)
                            .max(FixedPoint.toDecimal(1, SyntheticMarket.PRICE_SCALE))
                    : spread;
            long spreadUnits = FixedPoint.toUnits(distance, SyntheticMarket.PRICE_SCALE);
            return length.ticks == null
                    ? new SyntheticMarket(
                            seed, start, end(length.years), SyntheticMarket.MOST_TICKS, ticksPerDay, units, spreadUnits)
                    : SyntheticMarket.ofTicks(
                            seed, start, length.ticks.longValueExact(), ticksPerDay, units, spreadUnits);
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(command, e);
        } catch (ArithmeticException e) {
            throw Usage.wrong(
                    command,
                    "a number of ticks is whole, and a price or spread has no more than " + SyntheticMarket.PRICE_SCALE
                            + " decimals");
        }
    }

    /// The same day that many years later, and of a part of a year as many days.
    private long end(@Nullable BigDecimal years) {
        if (years == null || years.signum() <= 0 || years.compareTo(MOST_YEARS) > 0) {
            throw new IllegalArgumentException(years + " years are not above 0 and up to " + MOST_YEARS);
        }
        try {
            ZonedDateTime whole = Times.instant(start).atZone(ZoneOffset.UTC).plusYears(years.longValue());
            BigDecimal part = years.remainder(BigDecimal.ONE)
                    .multiply(BigDecimal.valueOf(whole.toLocalDate().lengthOfYear()));
            long days = part.setScale(0, RoundingMode.CEILING).longValueExact();
            return Times.nanos(whole.plusDays(days).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(years + " years from " + Times.format(start) + " are too many", e);
        }
    }

    private void tell(GenerationReport report) {
        String stored = report.stored().symbol();
        session.terminal()
                .message(
                        report.alreadyStored()
                                ? "these ticks are stored already as " + stored + "; nothing was changed"
                                : "stored as " + stored + ": synthetic quotes, not market data");
    }

    private static String table(GenerationReport report) {
        StoredImport stored = report.stored();
        TextTable table = new TextTable("symbol", "origin", "first", "last").withNumbers("ticks", "ticks/s");
        table.row(
                stored.symbol(),
                stored.origin().format(),
                Times.format(stored.firstNs()),
                Times.format(stored.lastNs()),
                FigureText.count(stored.tally().accepted()),
                report.alreadyStored() ? "" : FigureText.count(perSecond(report)));
        return table.toString();
    }

    private static long perSecond(GenerationReport report) {
        return Math.round(report.stored().tally().accepted() * 1e9 / Math.max(1, report.elapsedNs()));
    }

    private static String document(GenerationReport report) {
        StoredImport stored = report.stored();
        ObjectNode node = JsonText.MAPPER.createObjectNode();
        node.put("symbol", stored.symbol());
        node.put("synthetic", true);
        node.put("origin", stored.origin().format());
        node.put("ticks", stored.tally().accepted());
        node.put("first", Times.format(stored.firstNs()));
        node.put("last", Times.format(stored.lastNs()));
        node.put("dataDigest", stored.dataDigest());
        node.put("alreadyStored", report.alreadyStored());
        node.put("elapsedSeconds", BigDecimal.valueOf(report.elapsedNs(), 9));
        return JsonText.MAPPER.writeValueAsString(node);
    }
}
