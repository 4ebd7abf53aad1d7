package ai.backtestr.desktop.instrument;

import ai.backtestr.engine.instrument.ContractTerms;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.FixedPoint;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An instrument as the user wants it, read from texts. Fields without a text stay as they are, with two
/// exceptions: another calendar brings its own zone, and a quantity step that the smallest quantity does not fit
/// becomes that.
public final class InstrumentEdit {
    private final Instrument before;
    private final Map<InstrumentField, String> texts;
    private final Function<String, TradingCalendar> calendars;
    private final Map<InstrumentField, String> problems = new EnumMap<>(InstrumentField.class);
    private final @Nullable Instrument after;

    /// Reads `texts` as changes of `before`, with the program's calendars.
    public InstrumentEdit(Instrument before, Map<InstrumentField, String> texts) {
        this(before, texts, TradingCalendar::of);
    }

    /// Reads `texts` as changes of `before`.
    ///
    /// @param calendars gives the calendar of a name
    public InstrumentEdit(
            Instrument before, Map<InstrumentField, String> texts, Function<String, TradingCalendar> calendars) {
        this.before = before;
        this.calendars = calendars;
        this.texts = Map.copyOf(texts);
        after = read();
    }

    /// Returns the instrument as it is to be; nothing if there are [#problems()].
    public Optional<Instrument> instrument() {
        return Optional.ofNullable(after);
    }

    /// Returns for each field that does not fit why, in a sentence without the field's name.
    public Map<InstrumentField, String> problems() {
        return Collections.unmodifiableMap(problems);
    }

    private @Nullable Instrument read() {
        ContractTerms old = before.contract();
        String base = field(InstrumentField.BASE, old.baseCurrency(), InstrumentEdit::symbol);
        String quote = field(InstrumentField.QUOTE, before.quoteCurrency(), this::currency);
        Long tick = field(InstrumentField.TICK_SIZE, old.tickSize(), text -> steps(text, before.priceScale()));
        Long step = field(InstrumentField.STEP, old.quantityStep(), text -> steps(text, before.quantityScale()));
        Long least = least(step);
        BigDecimal lot = field(
                InstrumentField.LOT,
                old.lotSize(),
                text -> old.withLotSize(number(text)).lotSize());
        BigDecimal size = field(
                InstrumentField.CONTRACT_SIZE,
                old.contractSize(),
                text -> old.withContractSize(number(text)).contractSize());
        TradingCalendar calendar = calendar();
        if (!problems.isEmpty()
                || base == null
                || quote == null
                || tick == null
                || step == null
                || least == null
                || lot == null
                || size == null
                || calendar == null) {
            return null;
        }
        ContractTerms terms = new ContractTerms(base, tick, step, least, lot, size);
        return before.withQuoteCurrency(quote).withCalendar(calendar).withContract(terms);
    }

    private <T> @Nullable T field(InstrumentField field, T unchanged, Function<String, T> reader) {
        String text = texts.get(field);
        try {
            return text == null ? unchanged : reader.apply(text.strip());
        } catch (IllegalArgumentException e) {
            problems.put(field, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable Long least(@Nullable Long step) {
        Long least = field(
                InstrumentField.MIN_QUANTITY,
                before.contract().minQuantity(),
                text -> steps(text, before.quantityScale()));
        if (step == null || least == null || least % step == 0) {
            return least;
        }
        if (!texts.containsKey(InstrumentField.MIN_QUANTITY)) {
            return step;
        }
        problems.put(
                InstrumentField.MIN_QUANTITY,
                before.formatQuantity(least) + " is no multiple of the quantity step, " + before.formatQuantity(step));
        return null;
    }

    private @Nullable TradingCalendar calendar() {
        TradingCalendar days = field(InstrumentField.CALENDAR, before.calendar(), calendars);
        ZoneId own = (days == null ? before.calendar() : days).zone();
        ZoneId zone = field(InstrumentField.ZONE, own, text -> zoneOf(text, own));
        return days == null || zone == null ? null : days.inZone(zone);
    }

    /// Of two names of the same clock, the calendar's own is kept.
    private static ZoneId zoneOf(String text, ZoneId own) {
        try {
            ZoneId zone = ZoneId.of(text);
            return own.normalized().equals(zone.normalized()) ? own : zone;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a zone; write an offset like -05:00 or a name like America/New_York", e);
        }
    }

    private static String symbol(String text) {
        return ContractTerms.plain(text).baseCurrency();
    }

    private String currency(String text) {
        return before.withQuoteCurrency(text).quoteCurrency();
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number", e);
        }
    }

    private static long steps(String text, int scale) {
        BigDecimal number = number(text);
        if (number.signum() <= 0) {
            throw new IllegalArgumentException(text + " is not above 0");
        }
        try {
            return FixedPoint.toUnits(number, scale);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    text + " cannot be told apart with the " + scale + " decimals that are stored", e);
        }
    }
}
