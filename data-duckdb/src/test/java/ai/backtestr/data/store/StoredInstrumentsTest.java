package ai.backtestr.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.Ticks;
import ai.backtestr.data.imports.ImportProgress;
import ai.backtestr.data.imports.TickImporter;
import ai.backtestr.engine.instrument.ContractTerms;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept of instruments besides their ticks.
class StoredInstrumentsTest {
    private static final String TRADES = "time,price,size\n1385337600,5000.25,1\n1385337601,5000.50,2\n";

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void shouldGiveInstrumentsOfEarlierSchemasTheirDefaults(int version) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + home.resolve(TickStore.FILE_NAME));
                Statement statement = connection.createStatement()) {
            for (int step = 1; step <= version; step++) {
                statement.execute(resource("schema-" + step + ".sql"));
            }
            statement.execute("CREATE TABLE schema_version AS SELECT " + version + " AS version");
            for (String row : new String[] {
                "'BTCUSD', 2, 8, 'USD', '24x7', 0.01, 0.00000001",
                "'EURUSD', 5, 2, 'USD', 'forex', 0.00001, 0.01",
                "'ESZ4', 2, 0, 'USD', '24x7', 0.01, 1"
            }) {
                statement.execute(
                        "INSERT INTO instrument (symbol, price_scale, quantity_scale, quote_currency, calendar,"
                                + " price_unit, quantity_unit) VALUES (" + row + ")");
            }
        }

        for (int opening = 0; opening < 2; opening++) {
            try (TickStore store = TickStore.open(home)) {
                assertThat(store.instrument("BTCUSD"))
                        .contains(new Instrument("BTCUSD", 2, 8, "USD", TradingCalendar.ALWAYS_OPEN)
                                .withContract(ContractTerms.plain("BTC")));
                assertThat(store.instrument("EURUSD"))
                        .contains(new Instrument("EURUSD", 5, 2, "USD", TradingCalendar.FOREX)
                                .withContract(ContractTerms.plain("EUR").withLotSize(BigDecimal.valueOf(100_000))));
                assertThat(store.instrument("ESZ4"))
                        .contains(new Instrument("ESZ4", 2, 0, "USD", TradingCalendar.ALWAYS_OPEN)
                                .withContract(ContractTerms.plain("ESZ4")
                                        .withTickSize(25)
                                        .withContractSize(BigDecimal.valueOf(50))));
            }
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = TickStore.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void shouldKeepWhatWasChangedAndImportMoreUnderIt() throws IOException {
        Instrument changed;
        try (TickStore store = TickStore.open(home)) {
            load(store, TRADES);
            changed = store.instrument("ES")
                    .orElseThrow()
                    .withQuoteCurrency("EUR")
                    .withCalendar(TradingCalendar.STOCKS.inZone(ZoneId.of("Europe/Berlin")))
                    .withContract(new ContractTerms("INDEX", 5, 2, 4, new BigDecimal("12.5"), new BigDecimal("0.125")));

            store.changeInstrument(changed);

            assertThat(store.instrument("ES")).contains(changed);
        }
        try (TickStore store = TickStore.open(home)) {
            load(store, TRADES.replace("13853376", "13853377"));

            assertThat(store.instrument("ES")).contains(changed);
            assertThat(store.symbols().getFirst().instrument()).isEqualTo(changed);
            assertThat(store.symbols().getFirst().ticks()).isEqualTo(4);
            assertThat(Ticks.query(store, "SELECT * FROM instruments"))
                    .containsExactly("ES INDEX EUR 2 0 0.050000000000 2.000000000000 4.000000000000 12.50000000"
                            + " 0.12500000 stocks Europe/Berlin");
        }
    }

    @Test
    void shouldKeepCalendarsOfTheHomeFolder() throws IOException {
        Path file = Files.createDirectories(home.resolve(TickStore.CALENDARS)).resolve("lse.txt");
        String text = "zone Europe/London\nday 00:00\nyear 253\nweek mon-fri\nsession 08:00 16:30\nclosed 12-25\n";
        Files.writeString(file, text);
        try (TickStore store = TickStore.open(home)) {
            load(store, TRADES);
            Instrument stored = store.instrument("ES").orElseThrow();
            store.changeInstrument(stored.withCalendar(store.calendar("lse")));
            assertThat(store.calendar("forex")).isEqualTo(TradingCalendar.FOREX);
            assertThatThrownBy(() -> store.calendar("nyse")).hasMessageContaining("no calendar is called 'nyse'");
        }
        Files.writeString(file, text + "closed 12-26 # Boxing Day\n");
        try (TickStore store = TickStore.open(home)) {
            TradingCalendar calendar = store.instrument("ES").orElseThrow().calendar();
            assertThat(calendar).isEqualTo(TradingCalendar.parse("lse", text + "closed 12-26"));
            assertThat(store.symbols().getFirst().instrument().calendar()).isEqualTo(calendar);
        }
        Files.writeString(file, text.replace("00:00", "07:00"));
        assertThatThrownBy(() -> TickStore.open(home))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("lse.txt: days begin at 00:00 Europe/London");
        Files.writeString(file, text + "closed 13-26");
        assertThatThrownBy(() -> TickStore.open(home))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("lse.txt: calendar lse, line 7: ");
        Files.delete(file);
        try (TickStore store = TickStore.open(home)) {
            assertThat(store.instrument("ES").orElseThrow().calendar().text()).contains("closed 12-26");
        }
    }

    @Test
    void shouldKeepToTheScalesOfTheTicks() throws IOException {
        try (TickStore store = TickStore.open(home)) {
            load(store, TRADES);
            Instrument stored = store.instrument("ES").orElseThrow();
            Instrument rescaled = new Instrument("ES", 3, 0, "USD", stored.calendar());
            Instrument unknown = new Instrument("NQ", 2, 0, "USD", stored.calendar());

            assertThatThrownBy(() -> store.changeInstrument(rescaled))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("'ES' are stored with 3 decimals");
            assertThatThrownBy(() -> store.changeInstrument(unknown)).isInstanceOf(StoreException.class);
            assertThat(store.instrument("ES")).contains(stored);
        }
    }

    private void load(TickStore store, String content) throws IOException {
        Path file = Files.writeString(home.resolve("es.csv"), content);
        new TickImporter(store).importFile("ES", file, ImportProgress.NONE);
    }
}
