package ai.backtestr.engine.testing;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/// Bars of every kind made the obvious way, one kind after the other and price by price, by java.time alone.
///
/// @param calendar where days begin
/// @param step of the tick size, at the scale of the prices
/// @param unit of quantity, at its scale
public record SlowBars(TradingCalendar calendar, long step, long unit) {

    private static final Bar NONE = new Bar(0, 0, 0, 0, 0, 0, 0);

    /// A price that bars are made of.
    public record Price(long timeNs, long price, long quantity) {}

    /// Returns all bars, the last one as the prices left it; no brick that is not complete.
    public List<Bar> all(Timeframe timeframe, List<Price> prices) {
        if (timeframe.heikinAshi()) {
            return heikinAshi(all(timeframe.traded(), prices));
        }
        return timeframe.unit() == Timeframe.Unit.RENKO ? bricks(timeframe, prices) : bars(timeframe, prices);
    }

    /// Returns those that are closed once the last of the prices has come.
    public List<Bar> closed(Timeframe timeframe, List<Price> prices) {
        List<Bar> bars = all(timeframe, prices);
        Bar last = bars.isEmpty() ? NONE : bars.getLast();
        boolean lastIsClosed = bars.isEmpty()
                || switch (timeframe.unit()) {
                    case RENKO -> true;
                    case TICK -> last.ticks() == timeframe.count();
                    case VOLUME -> last.volume() >= timeframe.count() * unit;
                    default -> false;
                };
        return lastIsClosed ? bars : bars.subList(0, bars.size() - 1);
    }

    private List<Bar> bars(Timeframe timeframe, List<Price> prices) {
        List<Bar> bars = new ArrayList<>();
        Day day = new Day(LocalDate.EPOCH, Long.MAX_VALUE, Long.MIN_VALUE);
        for (Price at : prices) {
            boolean isNewDay = at.timeNs >= day.endNs;
            if (isNewDay) {
                day = day(at.timeNs);
            }
            long start = timeframe.isTime() ? start(timeframe, day, at.timeNs) : at.timeNs;
            Bar last = bars.isEmpty() ? NONE : bars.getLast();
            boolean begins = bars.isEmpty()
                    || switch (timeframe.unit()) {
                        case TICK -> isNewDay || last.ticks() == timeframe.count();
                        case VOLUME -> isNewDay || last.volume() >= timeframe.count() * unit;
                        case RANGE ->
                            isNewDay
                                    || Math.max(last.high(), at.price) - Math.min(last.low(), at.price)
                                            > timeframe.count() * step;
                        case WEEK -> !sameWeek(last.timeNs(), at.timeNs);
                        default -> last.timeNs() != start;
                    };
            if (begins) {
                bars.add(new Bar(start, at.price, at.price, at.price, at.price, at.quantity, 1));
            } else {
                bars.set(bars.size() - 1, with(last, at));
            }
        }
        return bars;
    }

    private static Bar with(Bar bar, Price at) {
        return new Bar(
                bar.timeNs(),
                bar.open(),
                Math.max(bar.high(), at.price),
                Math.min(bar.low(), at.price),
                at.price,
                bar.volume() + at.quantity,
                bar.ticks() + 1);
    }

    private record Day(LocalDate date, long startNs, long endNs) {}

    private Day day(long timeNs) {
        ZonedDateTime local = Times.instant(timeNs).atZone(calendar.zone());
        LocalDate begins = local.toLocalTime().isBefore(calendar.dayStart())
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
        boolean isEve = calendar.dayStart().isAfter(LocalTime.of(11, 59));
        return new Day(isEve ? begins.plusDays(1) : begins, at(begins), at(begins.plusDays(1)));
    }

    private long at(LocalDate begins) {
        return Times.nanos(
                begins.atTime(calendar.dayStart()).atZone(calendar.zone()).toInstant());
    }

    private long start(Timeframe timeframe, Day day, long timeNs) {
        boolean isEve = calendar.dayStart().isAfter(LocalTime.of(11, 59));
        return switch (timeframe.unit()) {
            case DAY -> day.startNs;
            case WEEK -> {
                LocalDate monday = monday(day.date);
                LocalDate first = monday.isAfter(day.date) ? day.date : monday;
                yield at(isEve ? first.minusDays(1) : first);
            }
            case MONTH -> {
                int months = timeframe.count();
                LocalDate first = day.date.withDayOfMonth(1);
                while ((first.getMonthValue() - 1) % months != 0) {
                    first = first.minusMonths(1);
                }
                yield at(isEve ? first.minusDays(1) : first);
            }
            default -> timeNs - (timeNs - day.startNs) % timeframe.lengthNs();
        };
    }

    /// The Monday of the week a date is of: where markets close at weekends Sunday is of the next.
    private LocalDate monday(LocalDate date) {
        if (date.getDayOfWeek() == DayOfWeek.SUNDAY && !calendar.name().equals("24x7")) {
            return date.plusDays(1);
        }
        LocalDate monday = date;
        while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            monday = monday.minusDays(1);
        }
        return monday;
    }

    private boolean sameWeek(long firstNs, long secondNs) {
        return monday(day(firstNs).date).equals(monday(day(secondNs).date));
    }

    private List<Bar> bricks(Timeframe timeframe, List<Price> prices) {
        List<Bar> bricks = new ArrayList<>();
        long size = timeframe.count() * step;
        long last = prices.isEmpty() ? 0 : prices.getFirst().price;
        int direction = 0;
        long startNs = 0;
        long volume = 0;
        long ticks = 0;
        for (Price at : prices) {
            startNs = ticks == 0 ? at.timeNs : startNs;
            volume += at.quantity;
            ticks++;
            while (true) {
                long up = last + (direction < 0 ? 2 : 1) * size;
                long down = last - (direction > 0 ? 2 : 1) * size;
                if (at.price >= up) {
                    bricks.add(new Bar(startNs, up - size, up, up - size, up, volume, ticks));
                    last = up;
                    direction = 1;
                } else if (at.price <= down) {
                    bricks.add(new Bar(startNs, down + size, down + size, down, down, volume, ticks));
                    last = down;
                    direction = -1;
                } else {
                    break;
                }
                startNs = at.timeNs;
                volume = 0;
                ticks = 0;
            }
        }
        return bricks;
    }

    /// Exact means, of which the opens are carried on as doubles.
    private static List<Bar> heikinAshi(List<Bar> bars) {
        List<Bar> made = new ArrayList<>();
        BigDecimal open = BigDecimal.ZERO;
        BigDecimal close = BigDecimal.ZERO;
        for (Bar bar : bars) {
            BigDecimal exact = made.isEmpty()
                    ? mean(bar.open(), bar.close())
                    : open.add(close).divide(new BigDecimal(2));
            open = new BigDecimal(exact.doubleValue());
            close = mean(bar.open(), bar.high(), bar.low(), bar.close());
            long opens = open.setScale(0, RoundingMode.HALF_UP).longValueExact();
            long closes = close.setScale(0, RoundingMode.HALF_UP).longValueExact();
            made.add(new Bar(
                    bar.timeNs(),
                    opens,
                    Math.max(bar.high(), Math.max(opens, closes)),
                    Math.min(bar.low(), Math.min(opens, closes)),
                    closes,
                    bar.volume(),
                    bar.ticks()));
        }
        return made;
    }

    private static BigDecimal mean(long... prices) {
        BigDecimal sum = BigDecimal.ZERO;
        for (long price : prices) {
            sum = sum.add(BigDecimal.valueOf(price));
        }
        return sum.divide(new BigDecimal(prices.length));
    }
}
