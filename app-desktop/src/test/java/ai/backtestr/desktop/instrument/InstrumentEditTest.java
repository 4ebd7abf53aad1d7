package ai.backtestr.desktop.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.instrument.ContractTerms;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can be typed for an instrument, and what is said of what cannot.
class InstrumentEditTest {
    private static final Instrument EURUSD = new Instrument("EURUSD", 5, 2, "USD", TradingCalendar.FOREX);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            TICK_SIZE     | 0.000001 | 0.000001 cannot be told apart with the 5 decimals
            TICK_SIZE     | 0        | 0 is not above 0
            TICK_SIZE     | -0.1     | -0.1 is not above 0
            TICK_SIZE     | fine     | 'fine' is not a number
            STEP          | 0.001    | cannot be told apart with the 2 decimals
            MIN_QUANTITY  | x        | 'x' is not a number
            LOT           | 0        | lot size of 0 is outside
            CONTRACT_SIZE | -1       | contract size of -1 is outside
            CONTRACT_SIZE | 0.000000001 | has more than 8 decimals
            CONTRACT_SIZE | 2000000000  | is outside 0 to 1000000000
            CALENDAR      | lunar    | no calendar is called 'lunar'; there are 24x7, forex, futures, stocks
            ZONE          | Mars     | 'Mars' is not a zone
            QUOTE         | usd      | quote currency 'usd' is not usable
            QUOTE         | ""       | quote currency '' is not usable
            BASE          | E UR     | base currency 'E UR' is not usable
            """)
    void shouldSayWhatDoesNotFit(InstrumentField field, String text, String problem) {
        InstrumentEdit edit = new InstrumentEdit(EURUSD, Map.of(field, text));

        assertThat(edit.instrument()).isEmpty();
        assertThat(edit.problems()).containsOnlyKeys(field);
        assertThat(edit.problems().get(field)).contains(problem).doesNotContain("\n");
    }

    @Test
    void shouldTellOfEveryFieldThatDoesNotFit() {
        InstrumentEdit edit = new InstrumentEdit(
                EURUSD, Map.of(InstrumentField.TICK_SIZE, "x", InstrumentField.ZONE, "y", InstrumentField.LOT, "100"));

        assertThat(edit.problems()).containsOnlyKeys(InstrumentField.TICK_SIZE, InstrumentField.ZONE);
    }

    @Test
    void shouldTakeAllFields() {
        InstrumentEdit edit = new InstrumentEdit(
                EURUSD,
                Map.of(
                        InstrumentField.BASE, "DAX",
                        InstrumentField.QUOTE, "EUR",
                        InstrumentField.TICK_SIZE, "0.5",
                        InstrumentField.LOT, "10",
                        InstrumentField.STEP, "0.1",
                        InstrumentField.MIN_QUANTITY, "0.5",
                        InstrumentField.CONTRACT_SIZE, "25",
                        InstrumentField.CALENDAR, "stocks",
                        InstrumentField.ZONE, "Europe/Berlin"));

        assertThat(edit.instrument())
                .contains(new Instrument(
                        "EURUSD",
                        5,
                        2,
                        "EUR",
                        TradingCalendar.STOCKS.inZone(ZoneId.of("Europe/Berlin")),
                        new ContractTerms("DAX", 50_000, 10, 50, BigDecimal.TEN, BigDecimal.valueOf(25))));
    }

    @Test
    void shouldBringTheZoneOfAnotherCalendar() {
        assertThat(changed(InstrumentField.CALENDAR, "futures").calendar()).isEqualTo(TradingCalendar.FUTURES);
        assertThat(changed(InstrumentField.ZONE, "-05:00").calendar().zone()).isEqualTo(ZoneId.of("-05:00"));
    }

    @Test
    void shouldRaiseTheSmallestQuantityToTheStep() {
        assertThat(changed(InstrumentField.STEP, "1000").contract().minQuantity())
                .isEqualTo(100_000);
        InstrumentEdit both =
                new InstrumentEdit(EURUSD, Map.of(InstrumentField.STEP, "10", InstrumentField.MIN_QUANTITY, "15"));
        assertThat(both.problems().get(InstrumentField.MIN_QUANTITY))
                .isEqualTo("15.00 is no multiple of the quantity step, 10.00");
    }

    @Test
    void shouldReadWhatItWrites() {
        Instrument coin = new Instrument("BTCUSD", 2, 8, "USD", TradingCalendar.ALWAYS_OPEN);
        for (Instrument instrument : new Instrument[] {EURUSD, coin}) {
            Map<InstrumentField, String> texts = Arrays.stream(InstrumentField.values())
                    .collect(Collectors.toMap(Function.identity(), field -> field.text(instrument)));

            assertThat(new InstrumentEdit(instrument, texts).instrument()).contains(instrument);
        }
    }

    private static Instrument changed(InstrumentField field, String text) {
        return new InstrumentEdit(EURUSD, Map.of(field, text)).instrument().orElseThrow();
    }
}
