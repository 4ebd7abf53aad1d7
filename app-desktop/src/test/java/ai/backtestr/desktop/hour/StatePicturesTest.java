package ai.backtestr.desktop.hour;

import static ai.backtestr.desktop.hour.Hands.act;
import static ai.backtestr.desktop.hour.Hands.await;
import static ai.backtestr.desktop.hour.Hands.awaitText;
import static ai.backtestr.desktop.hour.Hands.click;
import static ai.backtestr.desktop.hour.Hands.has;
import static ai.backtestr.desktop.hour.Hands.node;
import static ai.backtestr.desktop.hour.Hands.press;
import static ai.backtestr.desktop.hour.Hands.read;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.fixture.SharedData;
import ai.backtestr.render.chart.PriceChart;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TableView;
import javafx.stage.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Takes a picture of each main state of the window, as large as the screen, dark and light; see `states.sh`. Without
/// `-Dbacktestr.hour.pictures=FOLDER` there is nothing to do.
class StatePicturesTest {
    private final Pictures pictures = new Pictures();
    private String theme = "dark";

    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void shouldPictureEveryState(@TempDir Path home) throws Exception {
        assumeFalse(System.getProperty("backtestr.hour.pictures", "").isBlank(), "no pictures are wanted");
        Path ticks = SharedData.of("fx_lean_fxcm_EURUSD", "tick");
        FxThread.startWithWindows();
        RunningProgram program = RunningProgram.start(home);
        await("the window", Hands::hasMain);
        awaitText("message", "100,000 ticks in");
        fillScreen();
        picture("tour");
        click("tour-end");
        states(ticks);
        press("Shortcut+T");
        theme = "light";
        states(ticks);
        press("Shortcut+Q");
        program.awaitEnd();
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

    private void states(Path ticks) {
        press("Alt+4");
        press("Alt+Down");
        picture("result");
        press("Alt+7");
        picture("statistics");
        sql();
        press("Shortcut+E");
        await("a source", () -> read("code-title").contains("comes with the product"));
        picture("code");
        press("Shortcut+Shift+P");
        picture("performance");
        press("Alt+4");
        importDialog(ticks);
        dialog("Shortcut+Comma", "preferences", "settings");
        dialog("Shortcut+H", "runs-dialog", "runs");
        dialog("F1", "shortcuts", "keys");
        press("Shortcut+K");
        picture("palette");
        press("Esc");
        replay();
        press("Shortcut+Alt+6");
        picture("six-charts");
        press("Shortcut+Alt+1");
    }

    private void sql() {
        press("Alt+9");
        await("the console", () -> has("sql-statement"));
        Hands.type("sql-statement", "SELECT * FROM daily_ohlcv");
        click("sql-run");
        await("rows", () -> read("sql-told").contains("row"));
        picture("sql");
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
                () -> read("replay-state").contains("bid")
                        || !read("replay-state").isEmpty());
        picture("replay");
        click("replay-end");
        await("the end of it", () -> !node("replay-bar").isVisible());
        awaitText("message", "ticks in");
    }

    private void picture(String state) {
        await("the chart", () -> Hands.<PriceChart>node("chart").isComplete());
        pictures.take(state + "-" + theme);
    }
}
