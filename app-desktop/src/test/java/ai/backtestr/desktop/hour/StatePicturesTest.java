package ai.backtestr.desktop.hour;

import static ai.backtestr.desktop.hour.Hands.act;
import static ai.backtestr.desktop.hour.Hands.await;
import static ai.backtestr.desktop.hour.Hands.awaitRun;
import static ai.backtestr.desktop.hour.Hands.awaitText;
import static ai.backtestr.desktop.hour.Hands.click;
import static ai.backtestr.desktop.hour.Hands.has;
import static ai.backtestr.desktop.hour.Hands.node;
import static ai.backtestr.desktop.hour.Hands.press;
import static ai.backtestr.desktop.hour.Hands.read;
import static ai.backtestr.desktop.hour.Hands.slide;
import static ai.backtestr.desktop.hour.Hands.type;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.fixture.SharedData;
import ai.backtestr.render.chart.PaneKind;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.table.LongTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Screen;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Takes a picture of each main state of the window, as large as the screen, dark and light; see `states.sh`. Without
/// `-Dbacktestr.hour.pictures=FOLDER` there is nothing to do.
class StatePicturesTest {
    private final Pictures pictures = new Pictures();
    private String theme = "dark";

    @Test
    @Timeout(value = 900, unit = TimeUnit.SECONDS)
    void shouldPictureEveryState(@TempDir Path home) throws Exception {
        assumeFalse(System.getProperty("backtestr.hour.pictures", "").isBlank(), "no pictures are wanted");
        Path ticks = SharedData.of("fx_lean_fxcm_EURUSD", "tick");
        Locale.setDefault(Locale.ENGLISH); // as the guide is
        FxThread.startWithWindows();
        RunningProgram program = RunningProgram.start(home);
        try {
            everyState(ticks);
        } catch (Throwable e) {
            pictures.take("failed");
            throw e;
        }
        program.awaitEnd();
    }

    private void everyState(Path ticks) {
        await("the window", Hands::hasMain);
        fillScreen();
        pictures.take("start-dark");
        awaitText("message", "100,000 ticks in");
        await("the tour", () -> has("tour"));
        picture("tour");
        click("tour-end");
        ownStrategy();
        importTicks(ticks);
        states(ticks);
        press("Shortcut+T");
        theme = "light";
        states(ticks);
        press("Shortcut+Q");
    }

    private static void fillScreen() {
        act(() -> {
            Rectangle2D screen = Screen.getPrimary().getBounds();
            Hands.main().setX(0);
            Hands.main().setY(0);
            Hands.main().setWidth(screen.getWidth());
            Hands.main().setHeight(screen.getHeight());
        });
    }

    private void ownStrategy() {
        press("Shortcut+N");
        await("the question", () -> has("strategy-dialog"));
        type("strategy-dialog-text", "my-first");
        picture("question");
        Hands.ok();
        await("its source", () -> has("code") && source().getText().contains("class MyFirst"));
        awaitText("message", "100,000 ticks in");
    }

    private static CodeArea source() {
        return node("code");
    }

    private void importTicks(Path ticks) {
        importDialog(ticks);
        Hands.drop(List.of(ticks));
        await("the dialog", () -> has("import-dialog"));
        type("import-symbol", "EURUSD");
        type("import-zone", "-05:00");
        click("start-import");
        awaitText("message", "of 1,144,807 rows imported");
        await("the new instrument", () -> read("run").equals("Run on EURUSD"));
        picture("notice");
        act(() -> notices().getLast().fire());
        Hands.choose("strategy-choice", "EMA cross");
        press("F5");
        awaitRun("its run", () -> read("result-of").contains("ema-cross on EURUSD"));
        click("timeframe-1h");
    }

    private static List<Button> notices() {
        return Hands.<Node>node("notices").lookupAll(".button").stream()
                .map(Button.class::cast)
                .toList();
    }

    private void states(Path ticks) {
        press("Alt+4");
        press("Alt+Down");
        picture("result");
        Hands.menu("go.why-these-fills");
        await("why", () -> read("explanation").contains("2014-05"));
        picture("trade");
        press("Alt+7");
        picture("statistics");
        pinned();
        panesAndDrawings();
        sql();
        code();
        press("Shortcut+Shift+P");
        Hands.rest(2500); // so that there are seconds to show
        picture("performance");
        press("Alt+4");
        if (theme.equals("light")) {
            importDialog(ticks);
        }
        quality();
        dialog("Shortcut+Comma", "preferences", "settings");
        runs();
        dialog("F1", "shortcuts", "keys");
        press("Shortcut+K");
        type("palette-field", "run");
        picture("palette");
        press("Esc");
        replay();
        press("Shortcut+Alt+4");
        picture("four-charts");
        press("Shortcut+Alt+1");
    }

    private void pinned() {
        press("Alt+I");
        await("the pinned run", () -> has("pinned-trades"));
        String before = Hands.text("figure-trades");
        String told = Hands.text("message");
        slide("slider-slow", 60);
        awaitRun("another result", () -> !read("figure-trades").equals(before));
        Hands.awaitKept(told);
        press("Alt+Shift+3");
        picture("pinned");
        press("Alt+I");
        slide("slider-slow", 26);
        awaitRun("the first result", () -> read("figure-trades").equals(before));
    }

    private void panesAndDrawings() {
        act(() -> {
            chart().panes().show(PaneKind.VOLUME, true);
            chart().panes().show(PaneKind.DRAWDOWN, true);
            chart().requestFocus();
        });
        press("Shortcut+I");
        type("indicator-search", "bollinger");
        press("Enter");
        type("indicator-search", "rsi");
        press("Enter");
        picture("indicators");
        press("Esc");
        act(() -> chart().requestFocus());
        press("Alt+F");
        press("Enter");
        for (int i = 0; i < 8; i++) {
            press("Shift+Right");
            press("Shift+Up");
        }
        press("Enter");
        picture("panes");
        press("Delete");
        act(() -> {
            while (!chart().panes().indicators().isEmpty()) {
                chart().panes().remove(chart().panes().indicators().getFirst());
            }
            chart().panes().show(PaneKind.VOLUME, false);
            chart().panes().show(PaneKind.DRAWDOWN, false);
        });
    }

    private static PriceChart chart() {
        return node("chart");
    }

    private void sql() {
        press("Alt+9");
        await("the console", () -> has("sql-statement"));
        type("sql-statement", "SELECT * FROM daily_ohlcv");
        click("sql-run");
        await("rows", () -> read("sql-told").contains("row"));
        picture("sql");
    }

    private void code() {
        Hands.menu("go.code");
        await("the source", () -> has("code") && source().getText().contains("class MyFirst"));
        act(() -> source().replaceText(TextPos.ZERO, TextPos.ZERO, "retrun;\n"));
        await(
                "the problem",
                () -> !Hands.<ListView<?>>node("code-problems").getItems().isEmpty());
        picture("code");
        act(() -> source().replaceText(TextPos.ZERO, TextPos.ofLeading(1, 0), ""));
        await(
                "no problem",
                () -> Hands.<ListView<?>>node("code-problems").getItems().isEmpty());
        press("Shortcut+S");
        awaitRun("its run", () -> read("result-of").contains("my-first on EURUSD"));
        Hands.choose("strategy-choice", "EMA cross");
        awaitRun("its run", () -> read("result-of").contains("ema-cross on EURUSD"));
    }

    private void importDialog(Path ticks) {
        Hands.drop(List.of(ticks));
        await("the dialog", () -> has("import-dialog"));
        await(
                "the first rows",
                () -> Hands.<TableView<?>>node("preview-rows").getItems().size() == 20);
        picture("import");
        act(() -> Hands.front().close());
    }

    private void quality() {
        await("the badge", () -> node("instrument-list").lookup(".quality-badge") != null);
        Node cell = Hands.see(() -> node("instrument-list").lookup(".list-cell"));
        Hands.hover(cell);
        Hands.rest(1500);
        picture("quality");
        Hands.leave(cell);
        press("Shortcut+Shift+G");
        await("the places", () -> has("quality-places") && read("quality-told").startsWith("Found in"));
        LongTable places = node("quality-places");
        click("quality-spike");
        await("the spikes", () -> places.rowCount() == 29);
        TableView<?> rows = Hands.see(() -> (TableView<?>) places.lookup(".table-view"));
        act(rows::requestFocus);
        press("Down");
        await("the row", () -> places.selectedFrom() == 0);
        press("Enter");
        Hands.rest(1500);
        picture("quality-places");
        Hands.menu("chart.fit");
    }

    private void runs() {
        press("Shortcut+H");
        await(
                "two runs",
                () -> has("runs-table")
                        && Hands.<TableView<?>>node("runs-table").getItems().size() >= 2);
        picture("runs");
        act(() -> Hands.<TableView<?>>node("runs-table").getSelectionModel().selectRange(0, 2));
        click("runs-compare");
        await(
                "what differs",
                () -> !Hands.<TableView<?>>node("runs-differences").getItems().isEmpty());
        Hands.rest(1000); // by then they are run again
        await(
                "their equity",
                () -> !node("task-count").isVisible() || read("task-count").contains("failed"));
        picture("comparison");
        act(() -> Hands.front().close());
    }

    private void dialog(String keys, String id, String name) {
        press(keys);
        await(name, () -> has(id));
        picture(name);
        act(() -> Hands.front().close());
    }

    private void replay() {
        press("Shortcut+Shift+R");
        await("the question", () -> has("replay-dialog"));
        Hands.ok();
        await(
                "the replay",
                () -> node("replay-bar").isVisible() && read("replay-state").contains("bid"));
        type("replay-quantity", "1000");
        click("replay-buy");
        click("replay-tick");
        awaitText("replay-money", "long");
        type("replay-stop", "1.36");
        type("replay-target", "1.40");
        click("replay-protect");
        click("replay-tick");
        picture("replay");
        click("replay-end");
        await("the end of it", () -> !node("replay-bar").isVisible());
        awaitRun("its result", () -> !read("figure-trades").isEmpty());
        press("F5");
        awaitText("message", "1,144,807 ticks in");
    }

    private void picture(String state) {
        await("the chart", () -> Hands.<PriceChart>node("chart").isComplete());
        pictures.take(state + "-" + theme);
    }
}
