package ai.backtestr.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.settings.StrategySettings;
import ai.backtestr.desktop.userstrategy.OwnStrategy;
import ai.backtestr.desktop.userstrategy.StrategyLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategyFormTest {
    private final StrategyForm form = new StrategyForm();
    private final AtomicInteger edits = new AtomicInteger();

    private void set(String parameter, String text) {
        form.text(emaCross(), parameter).set(text);
    }

    private String problem(String parameter) {
        return form.problem(emaCross(), parameter).getValue();
    }

    private StrategyChoice emaCross() {
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

    @Test
    void shouldKeepWhatFitsWhenTheSourceChanges(@TempDir Path folder) throws IOException {
        StrategyLibrary library = new StrategyLibrary(folder);
        Path file = library.create("my-cross");
        form.offer(library.own());
        form.choose("my-cross");
        StrategyChoice first = form.strategy().get();
        form.text(first, "period").set("500");
        form.text(first, "quantity").set("3");
        assertThat(form.check()).isPresent();
        String source = Files.readString(file);
        Files.writeString(file, source.replace("20, 1, 1000)", "25, 1, 100)"));

        assertThat(form.offer(library.own())).isTrue();

        assertThat(form.strategy().get()).isNotEqualTo(first);
        assertThat(form.typed().parameters()).containsEntry("period", "25").containsEntry("quantity", "3");
        assertThat(form.check().orElseThrow().strategy().sourceDigest())
                .isEqualTo(library.own().getFirst().digest());
        assertThat(form.offer(library.own())).isFalse();
        Files.delete(file);
        assertThat(form.offer(library.own())).isTrue();
        assertThat(form.check()).isEmpty();
        assertThat(form.firstProblem()).contains("MyCross.java is gone");
    }

    @Test
    void shouldShowWhereASourceIsWrongAndKeepWhatWasTyped(@TempDir Path folder) throws IOException {
        StrategyLibrary library = new StrategyLibrary(folder);
        Path file = library.create("my-cross");
        form.offer(library.own());
        form.choose("my-cross");
        form.text(form.strategy().get(), "period").set("7");
        String source = Files.readString(file);
        Files.writeString(file, source.replace("package", "pack").replaceFirst(";", ""));
        List<OwnStrategy> broken = library.own();

        form.offer(broken);

        assertThat(form.check()).isEmpty();
        assertThat(form.problem(StrategyForm.STRATEGY).get())
                .startsWith("MyCross.java:1:")
                .contains("';' expected");
        assertThat(form.typed().parameters()).containsEntry("period", "7");
        Files.writeString(file, source);
        form.offer(library.own());
        assertThat(form.problem(StrategyForm.STRATEGY).get()).isEmpty();
        assertThat(form.check().orElseThrow().parameters().texts()).containsEntry("period", "7");
    }

    @Test
    void shouldRecallAnOwnStrategyOnceItIsRead(@TempDir Path folder) {
        StrategyLibrary library = new StrategyLibrary(folder);
        library.create("my-cross");
        StrategySettings left = new StrategySettings("my-cross", Map.of("period", "9"), "5000", "2", "none");
        form.recall(left);
        assertThat(form.typed()).isEqualTo(left);

        form.offer(library.own());

        assertThat(form.strategy().get().name()).isEqualTo("my-cross");
        assertThat(form.typed().parameters()).containsEntry("period", "9");
        assertThat(form.typed().cash()).isEqualTo("5000");
    }

    @Test
    void shouldSayAtTheStrategyThatItsConstructorFails(@TempDir Path folder) throws IOException {
        StrategyLibrary library = new StrategyLibrary(folder);
        Path file = library.create("my-cross");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("units = values.decimal(\"quantity\");", "units = null; units.toString();"));
        form.offer(library.own());
        form.choose("my-cross");
        assertThat(form.check()).isEmpty();
        assertThat(form.problem(StrategyForm.STRATEGY).get())
                .startsWith("MyCross.java:")
                .contains("NullPointerException");
    }
}
