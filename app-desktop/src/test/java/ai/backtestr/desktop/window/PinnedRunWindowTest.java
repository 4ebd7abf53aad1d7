package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.layout.DefaultLayout;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.EquityLine;
import ai.backtestr.render.chart.EquityOverlay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 240, unit = TimeUnit.SECONDS)
class PinnedRunWindowTest {
    private static String hash(OpenWindow open) {
        BacktestResult result = open.workbench().result().get();
        return result == null ? "" : result.resultHash();
    }

    private static String pinnedHash(OpenWindow open) {
        BacktestResult pinned = open.workbench().pinned().get();
        return pinned == null ? "" : pinned.resultHash();
    }

    private static void type(OpenWindow open, String field, String text) {
        String before = fx(() -> hash(open));
        fx(() -> {
            open.<TextField>node(field).setText(text);
            open.workbench().run();
        });
        await("another result", () -> !hash(open).equals(before));
    }

    private static void click(OpenWindow open, String id) {
        fx(() -> open.<ButtonBase>node(id).fire());
    }

    private static List<EquityLine> lines(OpenWindow open) {
        return fx(() -> open.<EquityOverlay>node("equity-overlay").lines());
    }

    private static double end(EquityLine line) {
        return line.equity().value(line.equity().count() - 1);
    }

    @Test
    void shouldKeepThePinnedRunBehindTheLiveOneAndBringItBackInTheNextSession(@TempDir Path home) throws IOException {
        OpenWindow.fill(home);
        String pinned;
        double pinnedEnd;
        try (OpenWindow open = new OpenWindow(home)) {
            fx(() -> open.workbench().runOnChange().set(false));
            type(open, "field-fast", "5");
            fx(() -> {
                open.window().docks().open(DefaultLayout.EQUITY);
                open.window().docks().open(DefaultLayout.STATISTICS);
            });
            click(open, "pin");
            pinned = fx(() -> hash(open));
            BacktestResult then =
                    Objects.requireNonNull(fx(() -> open.workbench().pinned().get()));
            pinnedEnd = Money.toDouble(then.equity().last());
            type(open, "field-fast", "9");

            fx(() -> open.window().docks().open(DefaultLayout.EQUITY));
            List<EquityLine> both = lines(open);
            assertThat(both).extracting(EquityLine::name).containsExactly("pinned run", "this run");
            assertThat(both).extracting(EquityLine::quiet).containsExactly(true, false);
            assertThat(end(both.getFirst())).isEqualTo(pinnedEnd);
            assertThat(fx(() -> open.<Label>node("equity-headline").getText())).isEmpty();
            fx(() -> open.window().docks().open(DefaultLayout.STATISTICS));
            assertThat(fx(() -> open.<Label>node("statistic-pinned-trades").getText()))
                    .startsWith("vs " + then.trades().size() + " (");
        }

        try (OpenWindow open = new OpenWindow(home)) {
            await("the pinned run again", () -> pinnedHash(open).equals(pinned));
            fx(() -> open.window().docks().open(DefaultLayout.EQUITY));
            assertThat(end(lines(open).getFirst())).isEqualTo(pinnedEnd);
            click(open, "pin");
            assertThat(lines(open)).hasSize(1);
        }

        try (OpenWindow open = new OpenWindow(home)) {
            await("the last result", () -> open.workbench().result().get() != null);
            assertThat(fx(() -> pinnedHash(open))).isEmpty();
        }
    }

    @Test
    void shouldCompareKeptRunsByTheirEquityAndSayWhereTheirDataDiffer(@TempDir Path home) throws Exception {
        OpenWindow.fill(home);
        try (OpenWindow open = new OpenWindow(home)) {
            fx(() -> open.workbench().runOnChange().set(false));
            for (String fast : new String[] {"5", "9"}) {
                type(open, "field-fast", fast);
                click(open, "pin"); // keeps it
                click(open, "pin");
            }
            fx(() -> open.workbench()
                    .symbol()
                    .set(open.workbench().symbols().stream()
                            .filter(data -> data.instrument().symbol().equals("GBPUSD"))
                            .findFirst()
                            .orElseThrow()));
            open.run();
            click(open, "pin");
            RunHistory history = new RunHistory(open.workbench().workspace());
            await("three runs written", () -> history.archive().list(null, null).size() == 3);
            fx(() -> open.workbench().kept().reload());
            await("three runs", () -> open.workbench().kept().found().size() == 3);
            List<StoredRun> kept = fx(() -> List.copyOf(open.workbench().kept().found()));
            RunsComparisonPane pane =
                    fx(() -> new RunsComparisonPane(open.workbench().kept(), ChartTheme.DARK));
            EquityOverlay overlay = fx(() -> (EquityOverlay)
                    ((SplitPane) pane.getChildren().get(1)).getItems().get(1));
            Label headline = (Label) pane.getChildren().getFirst();

            fx(() -> pane.show(kept.subList(1, 3)));
            await("two curves", () -> overlay.lines().size() == 2);
            assertThat(fx(headline::getText)).isEmpty();
            for (int i = 0; i < 2; i++) {
                double profit = kept.get(i + 1).run().figures().netProfit().doubleValue();
                double start = Money.toDouble(
                        fx(() -> open.workbench().form().check().orElseThrow()).startingCash());
                assertThat(end(overlay.lines().get(i))).isCloseTo(start + profit, within(1e-6));
            }

            fx(() -> pane.show(kept));
            await("three curves", () -> overlay.lines().size() == 3);
            assertThat(fx(headline::getText))
                    .isEqualTo("Different instruments: run 3 GBPUSD; run 2 EURUSD; run 1 EURUSD.");
            TableView<?> differences = (TableView<?>)
                    ((SplitPane) pane.getChildren().get(1)).getItems().getFirst();
            assertThat(differences.getColumns()).hasSize(4);
        }
    }
}
