package ai.backtestr.desktop.hour;

import static ai.backtestr.desktop.hour.Hands.act;
import static ai.backtestr.desktop.hour.Hands.await;
import static ai.backtestr.desktop.hour.Hands.awaitRun;
import static ai.backtestr.desktop.hour.Hands.awaitText;
import static ai.backtestr.desktop.hour.Hands.chosen;
import static ai.backtestr.desktop.hour.Hands.click;
import static ai.backtestr.desktop.hour.Hands.has;
import static ai.backtestr.desktop.hour.Hands.node;
import static ai.backtestr.desktop.hour.Hands.press;
import static ai.backtestr.desktop.hour.Hands.read;
import static ai.backtestr.desktop.hour.Hands.see;
import static ai.backtestr.desktop.hour.Hands.slide;
import static ai.backtestr.desktop.hour.Hands.text;
import static ai.backtestr.desktop.hour.Hands.type;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.chart.TimeSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.jspecify.annotations.Nullable;

/// The first hour with the program, as its guide tells it: each step is done by what is on screen and looked at
/// there.
final class FirstHour {
    private static final String MISTAKE = "retrun;";

    private final Path home;
    private final Path ticks;
    private final Pictures pictures = new Pictures();
    private final @Nullable FxWatch watch;
    private RunningProgram program;

    /// @param home an empty folder
    /// @param ticks files of EURUSD quotes, 1 144 807 rows, in the zone UTC-5
    /// @param watch is told the steps; null for none
    FirstHour(Path home, Path ticks, @Nullable FxWatch watch) {
        this.home = home;
        this.ticks = ticks;
        this.watch = watch;
        FxThread.startWithWindows();
        step("start");
        program = RunningProgram.start(home);
    }

    /// Goes through all of it.
    void live() throws Exception {
        start();
        importTicks();
        lookAtQuality();
        chart();
        runStrategy();
        moveSlider();
        pinAndCompare();
        inspectTrade();
        writeStrategyWithMistake();
        mendIt();
        replay();
        report();
        leaveAndComeBack();
    }

    private void step(String title) {
        if (watch != null) {
            watch.step(title);
        }
    }

    private void done(String picture) {
        pictures.take("first-hour-" + picture);
    }

    private void start() {
        await("the window", Hands::hasMain);
        awaitText("message", "100,000 ticks in");
        assertThat(text("run")).isEqualTo("Run on BTCUSD");
        assertThat(see(() ->
                        Hands.<ListView<?>>node("instrument-list").getItems().size()))
                .isEqualTo(1);
        assertThat(text("figure-trades")).isNotEmpty();
        awaitChart();
        done("01-start");
        await("the tour", () -> has("tour"));
        click("tour-end");
    }

    private void importTicks() {
        step("drop files, look at the preview");
        Hands.drop(List.of(ticks));
        await("the dialog", () -> has("import-dialog"));
        type("import-symbol", "EURUSD");
        type("import-zone", "-05:00");
        await(
                "the first rows",
                () -> Hands.<TableView<?>>node("preview-rows").getItems().size() == 20);
        assertThat(text("preview-format")).contains("quotes");
        done("02-import");
        step("import");
        click("start-import");
        awaitText("message", "of 1,144,807 rows imported");
        await("the new instrument", () -> read("run").equals("Run on EURUSD"));
    }

    private void lookAtQuality() {
        step("look at quality");
        await("the badge", () -> badge().isPresent());
        Label badge = see(() -> badge().orElseThrow());
        assertThat(see(badge::getAccessibleText)).contains("crossed quotes").contains("in 1,144,807 rows");
        Hands.hover(see(() -> cellOf(badge)));
        Hands.rest(1500);
        done("03-quality");
        Hands.leave(see(() -> cellOf(badge)));
    }

    /// That of EURUSD, once it is known.
    private static Optional<Label> badge() {
        return node("instrument-list").lookupAll(".quality-badge").stream()
                .map(Label.class::cast)
                .filter(badge -> badge.isVisible()
                        && cellOf(badge).lookupAll(".instrument-symbol").stream()
                                .anyMatch(symbol -> ((Label) symbol).getText().contains("EUR")))
                .findFirst();
    }

    private static Node cellOf(Node inner) {
        Node node = inner;
        while (!node.getStyleClass().contains("list-cell")) {
            node = Objects.requireNonNull(node.getParent());
        }
        return node;
    }

    private void chart() {
        step("chart: timeframe, fit, zoom");
        awaitChart();
        click("timeframe-1h");
        awaitChart();
        click("fit");
        awaitChart();
        long bars = see(this::barsOnScreen);
        act(() -> chartNode().requestFocus());
        press("Plus");
        press("Plus");
        awaitChart();
        assertThat(see(this::barsOnScreen)).isLessThan(bars);
        press("Home");
        press("End");
        awaitChart();
        done("04-chart");
    }

    private static PriceChart chartNode() {
        return node("chart");
    }

    private long barsOnScreen() {
        return (long) chartNode().navigation().visibleBars().to()
                - (long) chartNode().navigation().visibleBars().from();
    }

    private void awaitChart() {
        await("the chart", () -> chartNode().isComplete());
    }

    private void runStrategy() {
        step("run a strategy");
        press("F5");
        awaitRun("its run", () -> read("result-of").contains("on EURUSD"));
        assertThat(see(() -> Hands.<TableView<?>>node("trades").getItems().size()))
                .isEqualTo(number(text("figure-trades")));
        awaitChart();
        done("05-run");
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(",", ""));
    }

    private void moveSlider() {
        step("move a slider");
        for (int slow = 27; slow <= 40; slow++) {
            slide("slider-slow", slow);
            Hands.rest(40);
        }
        assertThat(text("field-slow")).isEqualTo("40");
        String before = text("figure-trades");
        String told = text("message");
        slide("slider-slow", 60);
        awaitRun("another result", () -> !read("figure-trades").equals(before));
        done("06-slider");
        Hands.awaitKept(told);
    }

    private void pinAndCompare() {
        step("pin and compare");
        String pinned = text("figure-trades");
        press("Alt+I");
        awaitText("pinned-trades", "vs " + pinned + " (");
        String told = text("message");
        slide("slider-slow", 26);
        awaitRun("the other result", () -> !read("figure-trades").equals(pinned));
        done("07-pin");
        Hands.awaitKept(told);
        step("compare kept runs");
        press("Shortcut+H");
        await("two runs", () -> has("runs-table") && runs().getItems().size() >= 2);
        act(() -> runs().getSelectionModel().selectRange(0, 2));
        click("runs-compare");
        await(
                "what differs",
                () -> !Hands.<TableView<?>>node("runs-differences").getItems().isEmpty());
        await("their equity", () -> node("runs-overlay").getAccessibleText().matches("run \\d+.*, run \\d+.*"));
        done("08-compare");
        act(() -> Hands.front().close());
        press("Alt+I");
        assertThat(see(() -> has("pinned-trades"))).isFalse();
    }

    private static TableView<?> runs() {
        return node("runs-table");
    }

    private void inspectTrade() {
        step("inspect a trade");
        press("Alt+Down");
        press("Alt+Down");
        assertThat(see(() -> chartNode().selectedTrade())).isEqualTo(1);
        Hands.menu("go.why-these-fills");
        await(
                "why",
                () -> read("explanation").contains("UTC") || read("explanation").contains("2014-05"));
        awaitChart();
        done("09-trade");
        press("Alt+Up");
        assertThat(see(() -> chartNode().selectedTrade())).isZero();
    }

    private void writeStrategyWithMistake() {
        step("write a strategy");
        press("Shortcut+N");
        await("the question", () -> Hands.front().getTitle().equals("New strategy"));
        act(() -> Hands.front().getScene().getRoot().lookupAll(".text-field").stream()
                .map(TextField.class::cast)
                .forEach(field -> field.setText("my-first")));
        Hands.ok();
        await("its source", () -> has("code") && code().getText().contains("class MyFirst"));
        awaitRun("its run", () -> read("result-of").contains("my-first on EURUSD"));
        step("make a mistake");
        replace("return;", MISTAKE);
        await("the problem", () -> !problems().getItems().isEmpty());
        assertThat(see(() -> problems().getItems().getFirst().toString())).startsWith("MyFirst.java:");
        assertThat(text("code-title")).contains("not saved");
        done("10-mistake");
    }

    private void mendIt() {
        step("mend the strategy, run it");
        String before = text("figure-trades");
        replace(MISTAKE, "return;");
        replace("Bars in the average.\", 20", "Bars in the average.\", 50");
        press("Shortcut+S");
        awaitRun("its run", () -> !read("figure-trades").equals(before));
        await("no problem", () -> problems().getItems().isEmpty());
        assertThat(text("result-of")).isEqualTo("my-first on EURUSD");
        awaitChart();
        done("11-mended");
    }

    private static CodeArea code() {
        return node("code");
    }

    private static ListView<?> problems() {
        return node("code-problems");
    }

    /// Goes there, selects the words, types others: each is a movement of its own.
    private static void replace(String what, String with) {
        int line = see(() -> lineWith(what));
        int from = see(() -> code().getPlainText(line).indexOf(what));
        TextPos begin = TextPos.ofLeading(line, from);
        TextPos end = TextPos.ofLeading(line, from + what.length());
        act(() -> code().requestFocus());
        act(() -> code().select(TextPos.ofLeading(line + 4, 0))); // the line is then well on screen
        act(() -> code().select(begin, end));
        act(() -> code().replaceText(begin, end, with));
    }

    private static int lineWith(String words) {
        CodeArea code = code();
        for (int line = 0; line < code.getParagraphCount(); line++) {
            if (code.getPlainText(line).contains(words)) {
                return line;
            }
        }
        throw new AssertionError(words + " is not in the source");
    }

    private void replay() {
        step("replay");
        Hands.menu("go.trades");
        press("Shortcut+Shift+R");
        await("the question", () -> has("replay-dialog"));
        Hands.ok();
        await("the replay", () -> read("replay-state").contains("bid"));
        String first = text("replay-state");
        click("replay-bar-on");
        await("a bar on", () -> !read("replay-state").equals(first));
        type("replay-quantity", "1000");
        click("replay-buy");
        click("replay-tick");
        awaitText("replay-money", "long 100");
        press("Shortcut+P");
        Hands.rest(1500);
        press("Shortcut+P");
        done("12-replay");
        click("replay-close");
        click("replay-tick");
        step("end the replay");
        click("replay-end");
        await("the end of it", () -> !node("replay-bar").isVisible());
        awaitRun("its result", () -> !read("figure-trades").isEmpty());
    }

    private void report() throws IOException {
        step("report");
        String before = text("message");
        press("F5");
        await(
                "a run",
                () -> !read("message").equals(before) && read("message").matches(".* ticks in .*|Kept as run .*"));
        await("what can be reported", () -> !node("report").isDisabled());
        press("Shortcut+R");
        awaitText("message", "The report is written: ");
        String page = text("message").replace("The report is written: ", "");
        assertThat(Path.of(page)).isRegularFile();
        assertThat(Files.readString(Path.of(page))).contains("EURUSD");
        done("13-report");
    }

    private void leaveAndComeBack() throws Exception {
        step("light theme, quit");
        press("Shortcut+T");
        click("timeframe-15m");
        awaitChart();
        String trades = text("figure-trades");
        String profit = text("figure-netProfit");
        TimeSpan range =
                see(() -> Objects.requireNonNull(chartNode().navigation().timesOnScreen()));
        press("Shortcut+Q");
        program.awaitEnd();
        assertThat(left()).contains("MyFirst.java");

        step("start again");
        program = RunningProgram.start(home);
        await("the window", Hands::hasMain);
        await("the instrument", () -> read("run").equals("Run on EURUSD"));
        awaitRun("its run", () -> read("result-of").contains("my-first on EURUSD"));
        assertThat(text("figure-trades")).isEqualTo(trades);
        assertThat(text("figure-netProfit")).isEqualTo(profit);
        assertThat(chosen("strategy-choice").toLowerCase(Locale.ROOT)).contains("my first");
        assertThat(text("field-period")).isEqualTo("50");
        awaitChart();
        assertThat(see(() -> Hands.<ToggleButton>node("timeframe-15m").isSelected()))
                .isTrue();
        assertThat(see(() -> Hands.<ToggleButton>node("theme").isSelected())).isTrue();
        assertNear(see(() -> Objects.requireNonNull(chartNode().navigation().timesOnScreen())), range);
        done("14-again");
        press("Shortcut+Q");
        program.awaitEnd();
    }

    /// The same but for what a bar at the edge takes of the width.
    private static void assertNear(TimeSpan now, TimeSpan before) {
        long off = (before.toNs() - before.fromNs()) / 20;
        assertThat(now.fromNs()).isBetween(before.fromNs() - off, before.fromNs() + off);
        assertThat(now.toNs()).isBetween(before.toNs() - off, before.toNs() + off);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("strategies"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
