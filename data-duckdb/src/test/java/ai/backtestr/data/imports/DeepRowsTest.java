package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.Rejection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of several megabytes, which are parsed in blocks side by side: what stands far down is read like what
/// stands at the top.
final class DeepRowsTest extends ImportTest {
    private static final int ROWS = 150_000;
    private static final long FIRST_SECOND = 1_400_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;

    private final List<String> rows = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    /// Makes trades one second apart, with two decimals of the price, and says how they are stored.
    private void makeTrades(int scale) {
        Random random = new Random(7);
        for (int i = 0; i < ROWS; i++) {
            int price = 10_000 + random.nextInt(900) * 10 + 1;
            rows.add((FIRST_SECOND + i) + "," + price / 100 + "." + price % 100 / 10 + price % 10 + ",1.5");
            expected.add((FIRST_SECOND + i) * SECOND_NS + " " + price / 100 + "." + price % 100 / 10 + price % 10
                    + "0".repeat(scale - 2) + " 1.5");
        }
    }

    private ImportReport loadRows(String lineEnd) throws IOException {
        return load("BTCUSD", write("deep.csv", "time,price,size" + lineEnd + String.join(lineEnd, rows)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void shouldNameTheLineOfARejectedRowFarDown(String lineEnd) throws IOException {
        makeTrades(2);
        rows.set(120_000, (FIRST_SECOND + 120_000) + ",nonsense,1.5");
        rows.set(149_999, (FIRST_SECOND + 149_999) + ",-1,1.5");
        expected.remove(149_999);
        expected.remove(120_000);

        ImportReport report = loadRows(lineEnd);

        assertThat(report.rejections()).extracting(Rejection::line).containsExactly(120_002L, 150_001L);
        assertThat(Ticks.all(store, "BTCUSD")).isEqualTo(expected);
    }

    @Test
    void shouldKeepDecimalsThatFirstAppearFarDown() throws IOException {
        makeTrades(4);
        rows.set(140_000, (FIRST_SECOND + 140_000) + ",123.4567,1.5");
        expected.set(140_000, (FIRST_SECOND + 140_000) * SECOND_NS + " 123.4567 1.5");

        ImportReport report = loadRows("\n");

        assertThat(report.stored().tally().rejected()).isZero();
        assertThat(Ticks.all(store, "BTCUSD")).isEqualTo(expected);
    }

    @Test
    void shouldSortWhatIsOutOfOrderFarDown() throws IOException {
        makeTrades(2);
        rows.add(100_001, rows.remove(100_000));

        ImportReport report = loadRows("\n");

        assertThat(report.stored().tally().outOfOrder()).isEqualTo(1);
        assertThat(Ticks.all(store, "BTCUSD")).isEqualTo(expected);
    }

    @Test
    void shouldTakeTheUnitThatMostTimesCountThoughTheFirstCountAnother() throws IOException {
        makeTrades(2);
        for (int i = 0; i < 3000; i++) {
            rows.set(i, rows.get(i).replaceFirst(",", "000,"));
        }
        expected.subList(0, 3000).clear();

        ImportReport report = loadRows("\n");

        assertThat(report.stored().tally().rejected()).isEqualTo(3000);
        assertThat(report.rejections().getFirst().reason())
                .isEqualTo("time is in milliseconds where the file counts in seconds");
        assertThat(Ticks.all(store, "BTCUSD")).isEqualTo(expected);
    }

    @Test
    void shouldReadLineEndsWithinQuotes() throws IOException {
        makeTrades(2);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < ROWS; i++) {
            String note = random.nextInt(10) == 0 ? ",\"a \"\"b\"\"\nc" + "x\n".repeat(random.nextInt(5)) + "\"" : ",-";
            rows.set(i, rows.get(i) + note);
        }
        rows.addFirst("time,price,size,note");

        ImportReport report = load("BTCUSD", write("deep.csv", String.join("\n", rows)));

        assertThat(report.stored().tally().rejected()).as("seed %d", seed).isZero();
        assertThat(Ticks.all(store, "BTCUSD")).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void shouldTakeAQuoteWithinAFieldForACharacter() throws IOException {
        makeTrades(2);
        rows.replaceAll(row -> row + ",-");
        rows.set(10_000, rows.get(10_000).replace("-", "5\" pipe"));
        rows.addFirst("time,price,size,note");

        ImportReport report = load("BTCUSD", write("deep.csv", String.join("\n", rows)));

        assertThat(report.stored().tally().rejected()).isZero();
        assertThat(Ticks.all(store, "BTCUSD")).isEqualTo(expected);
    }

    @Test
    void shouldNameTheLineWithAQuoteThatIsNeverClosed() throws IOException {
        StringBuilder text = new StringBuilder("time,price,size,note\n");
        for (int i = 0; i < 1_400_000; i++) {
            text.append(FIRST_SECOND + i).append(i == 99_998 ? ",1,1,\"open\n" : ",1,1,-\n");
        }

        assertRefused(
                "deep.csv", text.toString(), "deep.csv:100000: the row does not end within 16 MB", "close the quote");
    }

    @Test
    void shouldRejectAnotherSymbolFarDown() throws IOException {
        makeTrades(2);
        for (int i = 0; i < ROWS; i++) {
            rows.set(i, rows.get(i) + (i < 100_000 ? ",BTCUSD" : ",ETHUSD"));
        }
        rows.addFirst("time,price,size,symbol");

        ImportReport report = load("BTCUSD", write("deep.csv", String.join("\n", rows)));

        assertThat(report.stored().tally().rejected()).isEqualTo(50_000);
        assertThat(report.rejections().getFirst().reason())
                .isEqualTo("row is of ETHUSD where those of BTCUSD are taken");
        assertThat(Ticks.all(store, "BTCUSD")).isEqualTo(expected.subList(0, 100_000));
    }
}
