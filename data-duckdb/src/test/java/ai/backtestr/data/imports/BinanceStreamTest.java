package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.SharedFile;
import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.engine.instrument.Instrument;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Recorded websocket messages: what is a quote or a trade among them, against the text of the lines themselves.
class BinanceStreamTest extends ImportTest {
    private static final Pattern QUOTE = Pattern.compile(
            "(\\d+) .*\"s\":\"BTCUSDT\",\"b\":\"(.*?)\",\"B\":\"(.*?)\",\"a\":\"(.*?)\",\"A\":\"(.*?)\".*");
    private static final Pattern TRADE =
            Pattern.compile("(\\d+) .*\"e\":\"trade\".*\"p\":\"(.*?)\",\"q\":\"(.*?)\".*\"m\":(true|false).*");

    @ParameterizedTest
    @CsvSource({"spot_btcusdt_20240808.gz, 41249, 28040, 9757", "usdm_btcusdt_20240808.gz, 93954, 66089, 21313"})
    void shouldReadQuotesAndTradesOfARecording(String name, int messages, int quotes, int trades) throws IOException {
        Path file = SharedFile.of("crypto_binance_rawfeed/" + name);
        ImportReport report = load("BTCUSDT", file);

        assertThat(report.stored().origin().format())
                .isEqualTo("binance-stream, quotes and trades, times in ns as they arrived");
        assertThat(report.stored().tally().rowsRead()).isEqualTo(messages);
        assertThat(report.stored().tally().accepted()).isEqualTo(quotes + trades);
        assertThat(report.stored().tally().rejected()).isEqualTo(messages - quotes - trades);
        assertThat(report.stored().tally().outOfOrder()).isZero();
        assertThat(Ticks.all(store, "BTCUSDT")).isEqualTo(expected(file));
    }

    private List<String> expected(Path file) throws IOException {
        Instrument of = store.instrument("BTCUSDT").orElseThrow();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> tick(line, of))
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    private static @Nullable String tick(String line, Instrument of) {
        Matcher quote = QUOTE.matcher(line);
        if (quote.matches() && !line.contains("depth")) {
            return quote.group(1) + " " + price(quote.group(2), of) + " " + price(quote.group(4), of) + " "
                    + size(quote.group(3), of) + " " + size(quote.group(5), of);
        }
        Matcher trade = TRADE.matcher(line);
        return trade.matches()
                ? trade.group(1) + " " + price(trade.group(2), of) + " " + size(trade.group(3), of)
                        + (trade.group(4).equals("true") ? " sell" : " buy")
                : null;
    }

    private static String price(String text, Instrument of) {
        return new BigDecimal(text).setScale(of.priceScale()).toPlainString();
    }

    private static String size(String text, Instrument of) {
        return new BigDecimal(text).setScale(of.quantityScale()).toPlainString();
    }

    @Test
    void shouldSayOfEachLineWhyItIsNoTick() throws IOException {
        String good =
                "1723161255088176367 {\"e\":\"trade\",\"s\":\"BTCUSDT\",\"p\":\"61800.3\",\"q\":\"0.006\",\"m\":false}";
        Path file = write(
                "recording.txt",
                String.join(
                        "\n",
                        good,
                        good.substring(5),
                        good.substring(0, 60),
                        good.replace("BTCUSDT", "ETHUSDT"),
                        good.replace("61800.3", "-1"),
                        good.replace("0.006", "much"),
                        good.replace("\"q\"", "\"x\""),
                        good.replace("trade", "kline"),
                        "1723161255088176368 [1]",
                        "",
                        good));
        ImportReport report = load("BTCUSDT", file);

        assertThat(report.stored().tally().accepted()).isEqualTo(2);
        assertThat(report.rejections().stream().map(Rejection::line)).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(report.rejections().stream().map(Rejection::reason))
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("nanoseconds of its arrival"),
                        reason -> assertThat(reason).startsWith("message is no JSON: "),
                        reason ->
                                assertThat(reason).isEqualTo("message is of ETHUSDT where those of BTCUSDT are taken"),
                        reason -> assertThat(reason).isEqualTo("p -1 is not positive"),
                        reason -> assertThat(reason).isEqualTo("q much is not a number"),
                        reason -> assertThat(reason).isEqualTo("message has no 'q'"),
                        reason -> assertThat(reason).isEqualTo("kline holds neither the best bid and ask nor a trade"),
                        reason -> assertThat(reason).isEqualTo("message is no JSON object"));
    }

    @Test
    void shouldTellWhatDoesNotGoWithIt() throws IOException {
        Path file = write("a.txt", "time,price\n1,2\n");
        ImportOptions stated = ImportOptions.DEFAULT.withFormat(TickFormat.named("binance-stream"));

        assertThatThrownBy(() -> load("BTCUSDT", stated, file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not begin as binance-stream does");
        assertThatThrownBy(() -> load("BTCUSDT", stated.withZone(ZoneOffset.UTC), file))
                .hasMessageContaining("do not state columns, times or a zone");
    }
}
