package ai.backtestr.engine.testing;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.time.Times;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/// Recorded ticks, read the plain way.
public final class SharedTicks {
    private SharedTicks() {}

    /// Quotes of EURUSD of some days of May 2014, as in `20140501`. Crossed quotes are kept.
    public static RecordedTicks eurusd(String... days) {
        List<Tick> ticks = new ArrayList<>();
        for (String day : days) {
            long midnightNs = Times.parse(day.replaceFirst("(....)(..)(..)", "$1-$2-$3") + "T05:00:00Z"); // UTC-5
            for (String line : lines("fx_lean_fxcm_EURUSD/tick/" + day + "_quote.zip")) {
                String[] cells = line.split(",", -1);
                ticks.add(RecordedTicks.quote(
                        midnightNs + Long.parseLong(cells[0]) * 1_000_000,
                        FixedPoint.parse(cells[1], 5),
                        FixedPoint.parse(cells[2], 5)));
            }
        }
        return new RecordedTicks(new Instrument("EURUSD", 5, 2, "USD", TradingCalendar.FOREX), ticks);
    }

    /// Trades of BTC/USD from 25 November to 1 December 2013.
    public static RecordedTicks btcusd() {
        List<Tick> ticks = new ArrayList<>();
        for (String line : lines("crypto_bitstamp/bitstamp_trades_from_20131125_usd.csv.gz")) {
            if (!line.startsWith("timestamp")) {
                String[] cells = line.split(",", -1);
                ticks.add(RecordedTicks.trade(
                        Long.parseLong(cells[0]) * Times.SECOND_NS, rounded(cells[1], 2), rounded(cells[2], 8)));
            }
        }
        return new RecordedTicks(new Instrument("BTCUSD", 2, 8, "USD", TradingCalendar.ALWAYS_OPEN), ticks);
    }

    private static long rounded(String number, int scale) {
        return new BigDecimal(number)
                .setScale(scale, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    private static List<String> lines(String name) {
        try (InputStream file = Files.newInputStream(SharedData.file(name))) {
            if (name.endsWith(".gz")) {
                return read(new GZIPInputStream(file));
            }
            ZipInputStream zip = new ZipInputStream(file);
            zip.getNextEntry();
            return read(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
                .lines()
                .toList();
    }
}
