package ai.backtestr.desktop.window;

import ai.backtestr.data.imports.BarStamp;
import ai.backtestr.data.imports.ColumnChoice;
import ai.backtestr.data.imports.ImportOptions;
import ai.backtestr.data.imports.TickFormat;
import ai.backtestr.data.store.Overlap;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What the user states about files to import, as it is typed, and what is wrong with it. FX thread only.
final class ImportForm {
    /// What is typed. An empty text leaves it to the files.
    enum Field {
        SYMBOL,
        HOLDS,
        FORMAT,
        ZONE,
        COLUMNS,
        TIMES,
        SCALE,
        OVERLAP
    }

    /// What becomes of what is stored within the time of the new ticks or bars.
    enum OverlapRule {
        ASK("ask if there is any", Overlap.STOP),
        REPLACE("replace it", Overlap.REPLACE),
        MERGE("merge both", Overlap.MERGE),
        STOP("import nothing", Overlap.STOP);

        private final String title;
        private final Overlap overlap;

        OverlapRule(String title, Overlap overlap) {
            this.title = title;
            this.overlap = overlap;
        }

        String title() {
            return title;
        }

        static OverlapRule titled(String title) {
            return Stream.of(values())
                    .filter(rule -> rule.title.equals(title))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static final String TICKS = "ticks";
    static final String FROM_CONTENT = "found out from the content";

    private final List<Path> files;
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final Map<Field, StringProperty> problems = new EnumMap<>(Field.class);
    private final BooleanProperty rejectCrossed = new SimpleBooleanProperty();
    private final BooleanProperty stampedAtEnd = new SimpleBooleanProperty();

    ImportForm(List<Path> files) {
        this.files = List.copyOf(files);
        for (Field field : Field.values()) {
            texts.put(field, new SimpleStringProperty(""));
            problems.put(field, new SimpleStringProperty(""));
        }
        text(Field.SYMBOL).set(SymbolSuggestion.of(files.getFirst()));
        text(Field.HOLDS).set(TICKS);
        text(Field.FORMAT).set(FROM_CONTENT);
        text(Field.OVERLAP).set(OverlapRule.ASK.title());
    }

    List<Path> files() {
        return files;
    }

    @SuppressWarnings("NullAway") // every field has one
    StringProperty text(Field field) {
        return texts.get(field);
    }

    /// Returns what was wrong with a field at the last [#check()]; empty for nothing.
    @SuppressWarnings("NullAway") // every field has one
    StringProperty problem(Field field) {
        return problems.get(field);
    }

    /// Whether quotes whose ask is below their bid are rejected.
    BooleanProperty rejectCrossed() {
        return rejectCrossed;
    }

    /// Whether times of bars say when they ended.
    BooleanProperty stampedAtEnd() {
        return stampedAtEnd;
    }

    /// Calls `listener` when anything changes.
    void onChange(Runnable listener) {
        texts.values().forEach(text -> text.subscribe((before, now) -> listener.run()));
        rejectCrossed.subscribe((before, now) -> listener.run());
        stampedAtEnd.subscribe((before, now) -> listener.run());
    }

    /// Reads what is typed and tells each field's [#problem].
    ///
    /// @return what to import; empty if a field does not fit
    Optional<FilesToImport> check() {
        problems.values().forEach(problem -> problem.set(""));
        String symbol = text(Field.SYMBOL).get().strip();
        if (!Instrument.isSymbol(symbol)) {
            problem(Field.SYMBOL).set("take 1 to 64 letters, digits, dots, underscores or hyphens");
        }
        String holds = text(Field.HOLDS).get();
        Timeframe bars = TICKS.equals(holds) ? null : read(Field.HOLDS, Timeframe::parse);
        TickFormat format =
                FROM_CONTENT.equals(text(Field.FORMAT).get()) ? null : read(Field.FORMAT, TickFormat::named);
        ZoneId zone = read(Field.ZONE, ImportForm::zone);
        ColumnChoice columns = read(Field.COLUMNS, ColumnChoice::parse);
        String times = read(Field.TIMES, ImportForm::times);
        Integer scale = read(Field.SCALE, ImportForm::scale);
        if (problems.values().stream().anyMatch(problem -> !problem.get().isEmpty())) {
            return Optional.empty();
        }
        OverlapRule rule = OverlapRule.titled(text(Field.OVERLAP).get());
        try {
            ImportOptions options =
                    new ImportOptions(format, zone, columns, times, scale, rejectCrossed.get(), rule.overlap);
            BarStamp stamp = stampedAtEnd.get() ? BarStamp.END : BarStamp.START;
            return Optional.of(FilesToImport.of(files, symbol, options, bars, stamp, rule == OverlapRule.ASK));
        } catch (IllegalArgumentException e) {
            problem(Field.FORMAT).set(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private <T> @Nullable T read(Field field, Function<String, T> reader) {
        String typed = text(field).get();
        if (typed == null || typed.isBlank()) {
            if (field == Field.HOLDS) {
                problem(field).set("choose ticks, or the length of the bars, such as 1m");
            }
            return null;
        }
        try {
            return reader.apply(typed.strip());
        } catch (IllegalArgumentException e) {
            problem(field).set(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no zone; take one like America/New_York or -05:00", e);
        }
    }

    private static String times(String text) {
        ImportOptions.DEFAULT.withTimePattern(text);
        return text;
    }

    private static Integer scale(String text) {
        try {
            ImportOptions.DEFAULT.withScale(Integer.parseInt(text));
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number from 0 to 12", e);
        }
    }
}
