package ai.backtestr.engine.statistics;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.time.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Daily bars of a stock whose prices have two decimals and which is traded in whole shares.
record DailyBars(List<Bar> bars) {
    static final Instrument STOCK =
            new Instrument("GOOG", 2, 0, "USD", new TradingCalendar("stocks", ZoneOffset.UTC, LocalTime.MIDNIGHT, 252));

    record Bar(LocalDate date, long open, long close) {
        long startNs() {
            return Times.nanos(date.atStartOfDay(ZoneOffset.UTC).toInstant());
        }

        long endNs() {
            return Times.nanos(date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    /// Reads lines of date, open, high, low, close and volume, below a heading.
    static DailyBars read(Path csv) throws IOException {
        List<Bar> bars = new ArrayList<>();
        for (String line : Files.readAllLines(csv)) {
            String[] fields = line.split(",", -1);
            if (!fields[0].isEmpty()) {
                bars.add(new Bar(
                        LocalDate.parse(fields[0]),
                        FixedPoint.parse(fields[1], STOCK.priceScale()),
                        FixedPoint.parse(fields[4], STOCK.priceScale())));
            }
        }
        return new DailyBars(bars);
    }

    Bar get(int index) {
        return bars.get(index);
    }

    int count() {
        return bars.size();
    }

    List<Long> closesFrom(int index) {
        return bars.stream().skip(index).map(Bar::close).toList();
    }

    /// Sum of the closes of the `period` bars up to `index`.
    long sumOfCloses(int period, int index) {
        return bars.subList(index - period + 1, index + 1).stream()
                .mapToLong(Bar::close)
                .sum();
    }
}
