package ai.backtestr.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.runs.RunSetting;
import ai.backtestr.desktop.settings.RunSettings;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.PathAssumption;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import ai.backtestr.engine.time.WallClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFormTest {
    private static final Instrument EURUSD = new Instrument("EURUSD", 5, 2, "USD", TradingCalendar.FOREX);
    private static final StoredData TICKS = new StoredData(EURUSD, 0, 1, 2, null);
    private static final BacktestSpec SPEC =
            BacktestSpec.of(BuiltInStrategies.all().getFirst(), Map.of());
    private static final WallClock NEW_YORK = WallClock.of(ZoneId.of("America/New_York"));

    private final AtomicInteger edits = new AtomicInteger();
    private final RunForm form = new RunForm(edits::incrementAndGet);

    private BacktestRequest request() {
        RunForm.Checked checked = form.check(TICKS, SPEC);
        assertThat(checked.problem()).isEmpty();
        return Objects.requireNonNull(checked.request());
    }

    private static long ns(String time) {
        return Instant.parse(time).getEpochSecond() * 1_000_000_000L;
    }

    @Test
    void shouldStandForAllTicksAndTheUsualModelsWhereNothingIsTyped() {
        assertThat(request()).isEqualTo(new BacktestRequest("EURUSD", TimeRange.ALL, SPEC));
        assertThat(form.typed()).isEqualTo(RunSettings.NONE);
        assertThat(form.summary().get()).isEmpty();
    }

    @Test
    void shouldReadThePeriodAtTheClockOfTheSettingsAndKeepItWhenThatChanges() {
        form.setClock(NEW_YORK);
        form.from().set("2014-05-01");
        form.to().set(" 2014-05-02 17:30 ");
        TimeRange expected = new TimeRange(ns("2014-05-01T04:00:00Z"), ns("2014-05-02T21:30:00Z"));
        assertThat(request().range()).isEqualTo(expected);

        form.setClock(WallClock.UTC);
        assertThat(form.from().get()).isEqualTo("2014-05-01T04:00");
        assertThat(form.to().get()).isEqualTo("2014-05-02T21:30");
        assertThat(request().range()).isEqualTo(expected);
    }

    @Test
    void shouldComeBackAsItWasLeftWhateverTheClock() {
        form.setClock(NEW_YORK);
        form.from().set("2014-05-01");
        form.to().set("some day");
        form.model(RunSetting.LATENCY).set("50ms");
        form.path().set(PathAssumption.PESSIMISTIC);
        RunSettings left = form.typed();
        assertThat(left)
                .isEqualTo(
                        new RunSettings("2014-05-01T04:00:00Z", "some day", "pessimistic", Map.of("latency", "50ms")));

        RunForm later = new RunForm(() -> {});
        later.recall(left);
        later.setClock(NEW_YORK);
        assertThat(later.from().get()).isEqualTo("2014-05-01");
        assertThat(later.typed()).isEqualTo(left);
        assertThat(later.summary().get()).isEqualTo("latency 50ms, path pessimistic");
    }

    @ParameterizedTest
    @CsvSource({
        "some day, '', from, 'is no day or moment'",
        "'', 2014-13-01, to, 'is no day or moment'",
        "2014-05-02, 2014-05-01, to, 'not after 2014-05-02'",
        "2014-05-02, 2014-05-02, to, 'not after 2014-05-02'"
    })
    void shouldSayAtTheFieldWhatIsWrongWithAPeriod(String from, String to, String field, String problem) {
        form.from().set(from);
        form.to().set(to);
        RunForm.Checked checked = form.check(TICKS, SPEC);
        assertThat(checked.request()).isNull();
        assertThat(checked.problem()).startsWith(field + ": ").contains(problem);
        assertThat(form.problem(field).get()).contains(problem);

        form.from().set("");
        form.to().set("");
        assertThat(request().range()).isEqualTo(TimeRange.ALL);
        assertThat(form.problem(field).get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SLIPPAGE, much",
        "LATENCY, soon",
        "SPREAD, fixed:x",
        "LIMIT_FILL, later",
        "LIQUIDITY, none",
        "MAX_SILENCE, long",
        "SEED, 1.5",
        "SWAP, 3",
        "MARGIN_CALL, -1",
        "STOP_OUT, 101"
    })
    void shouldSayAtTheFieldWhatIsWrongWithAModel(RunSetting model, String text) {
        form.model(model).set(text);
        RunForm.Checked checked = form.check(TICKS, SPEC);
        assertThat(checked.request()).isNull();
        assertThat(checked.problem()).startsWith(model.option() + ": ");
        assertThat(form.problem(model.option()).get()).isNotEmpty().doesNotStartWith(model.option() + ":");
    }

    @Test
    void shouldShowWhatWasRunAndRunItAgainTheSame() {
        Map<RunSetting, String> texts = Map.of(
                RunSetting.SLIPPAGE, "random:0.0002",
                RunSetting.LATENCY, "20ms..80ms",
                RunSetting.SPREAD, "times:1.5",
                RunSetting.LIMIT_FILL, "through",
                RunSetting.LIQUIDITY, "quoted-size",
                RunSetting.MAX_SILENCE, "10m",
                RunSetting.SEED, "7",
                RunSetting.SWAP, "unit:-0.5:0.2:wednesday",
                RunSetting.MARGIN_CALL, "80",
                RunSetting.STOP_OUT, "30");
        BacktestRequest ran = new BacktestRequest(
                "EURUSD",
                new TimeRange(ns("2014-05-01T00:00:00Z"), ns("2014-05-02T12:00:30Z")),
                RunSetting.apply(texts, SPEC, EURUSD));
        form.show(ran, EURUSD);
        assertThat(form.from().get()).isEqualTo("2014-05-01");
        assertThat(form.to().get()).isEqualTo("2014-05-02T12:00:30");
        assertThat(request()).isEqualTo(ran);

        form.show(new BacktestRequest("EURUSD", TimeRange.ALL, SPEC), EURUSD);
        assertThat(form.typed()).isEqualTo(RunSettings.NONE);
    }
}
