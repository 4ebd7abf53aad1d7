package ai.backtestr.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.settings.StrategySettings;
import ai.backtestr.engine.strategy.StrategyDefinition;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StrategyFormTest {
    private final StrategyForm form = new StrategyForm();
    private final AtomicInteger edits = new AtomicInteger();

    private void set(String parameter, String text) {
        form.text(emaCross(), parameter).set(text);
    }

    private String problem(String parameter) {
        return form.problem(emaCross(), parameter).getValue();
    }

    private StrategyDefinition emaCross() {
        return form.strategy().get();
    }

    @Test
    void shouldSayAtEachFieldWhatDoesNotFit() {
        set("fast", "x");
        set("quantity", "-1");
        form.leverage().set("0");
        form.commission().set("much");
        assertThat(form.check()).isEmpty();
        assertThat(problem("fast")).isEqualTo("'x' is not a whole number; it takes 1 to 10000");
        assertThat(problem("quantity")).startsWith("'-1' is not in range");
        assertThat(problem("slow")).isEmpty();
        assertThat(form.problem(StrategyForm.LEVERAGE).get()).contains("outside 1 to 1000");
        assertThat(form.problem(StrategyForm.COMMISSION).get()).contains("much");
        assertThat(form.problem(StrategyForm.CASH).get()).isEmpty();
        assertThat(form.firstProblem()).startsWith("parameter fast: 'x'");
    }

    @Test
    void shouldSayAtTheFieldNamedWhatDoesNotGoTogether() {
        set("fast", "30");
        assertThat(form.check()).isEmpty();
        assertThat(problem("fast")).isEqualTo("30 is not below slow, 26");
        set("fast", "12");
        assertThat(form.check()).isPresent();
        assertThat(problem("fast")).isEmpty();
        assertThat(form.firstProblem()).isEmpty();
    }

    @Test
    void shouldTellOfWhatTheUserChangesAndNotOfWhatItIsGiven() {
        form.text(emaCross(), "slow");
        form.onEdited(edits::incrementAndGet);
        form.recall(new StrategySettings("ema-cross", Map.of("slow", "40", "gone", "1"), "5000", "2", "0.2%"));
        assertThat(edits).hasValue(0);
        set("slow", "41");
        form.cash().set("6000");
        assertThat(edits).hasValue(2);
        assertThat(form.typed().parameters()).containsEntry("slow", "41").containsEntry("fast", "12");
        assertThat(form.typed().leverage()).isEqualTo("2");
    }

    @Test
    void shouldKeepItsStrategyWhereTheRememberedOneIsGone() {
        form.recall(new StrategySettings("gone", Map.of("fast", "1"), "5000", "2", "none"));
        assertThat(form.strategy().get().name()).isEqualTo("ema-cross");
        assertThat(form.check()).isPresent();
    }
}
