package ai.backtestr.engine.bar;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.run.BarRun;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/// Minute bars of EURUSD as QuantConnect published them, against ours from the ticks published beside them:
/// thirteen days of May 2014, 15 857 minutes, 1 144 807 ticks, a tenth of them crossed.
class PublishedBarsTest {
    private static final Instrument EURUSD = new Instrument("EURUSD", 5, 0, "USD", TradingCalendar.FOREX);
    private static final String FOLDER = "fx_lean_fxcm_EURUSD";
    private static final ZoneOffset FILE_ZONE = ZoneOffset.ofHours(-5);

    @Test
    void shouldEqualThePublishedMinutesOfBidAndAsk() throws IOException {
        List<Tick> ticks = new ArrayList<>();
        List<String> publishedBid = new ArrayList<>();
        List<String> publishedAsk = new ArrayList<>();
        for (Path file : filesIn("tick")) {
            long midnightNs = midnightNs(file);
            rows(file)
                    .forEach(row ->
                            ticks.add(RecordedTicks.quote(timeNs(midnightNs, row[0]), price(row[1]), price(row[2]))));
        }
        for (Path file : filesIn("minute")) {
            long midnightNs = midnightNs(file);
            rows(file).forEach(row -> {
                publishedBid.add(text(timeNs(midnightNs, row[0]), row[1], row[2], row[3], row[4]));
                publishedAsk.add(text(timeNs(midnightNs, row[0]), row[6], row[7], row[8], row[9]));
            });
        }
        assertThat(ticks).hasSize(1_144_807);
        assertThat(publishedBid).hasSize(15_857);
        assertThat(minutes(ticks, BarPrice.BID)).isEqualTo(publishedBid);
        assertThat(minutes(ticks, BarPrice.ASK)).isEqualTo(publishedAsk);
    }

    private static List<String> minutes(List<Tick> ticks, BarPrice price) {
        RecordedTicks source = new RecordedTicks(EURUSD, ticks);
        BarSeries bars = new BarRun(source, price, List.of(Timeframe.ONE_MINUTE, Timeframe.ONE_HOUR))
                .run()
                .orElseThrow()
                .getFirst();
        return IntStream.range(0, bars.count())
                .mapToObj(bars::bar)
                .map(bar -> bar.timeNs() + " " + bar.open() + " " + bar.high() + " " + bar.low() + " " + bar.close())
                .toList();
    }

    private static String text(long timeNs, String... prices) {
        StringBuilder text = new StringBuilder().append(timeNs);
        for (String price : prices) {
            text.append(' ').append(price(price));
        }
        return text.toString();
    }

    private static long price(String text) {
        return FixedPoint.parse(text, 5);
    }

    private static long timeNs(long midnightNs, String milliseconds) {
        return midnightNs + Long.parseLong(milliseconds) * 1_000_000;
    }

    private static long midnightNs(Path file) {
        String day = file.getFileName().toString().substring(0, 8);
        LocalDate date = LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
        return date.atStartOfDay(FILE_ZONE).toEpochSecond() * 1_000_000_000L;
    }

    private static List<Path> filesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.list(SharedData.file(FOLDER).resolve(folder))) {
            return files.sorted().toList();
        }
    }

    private static List<String[]> rows(Path file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            zip.getNextEntry();
            BufferedReader reader = new BufferedReader(new InputStreamReader(zip, StandardCharsets.US_ASCII));
            return reader.lines().map(line -> line.split(",", -1)).toList();
        }
    }
}
