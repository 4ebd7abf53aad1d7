package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.store.QueryResult;
import ai.backtestr.desktop.layout.DefaultLayout;
import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.time.Times;
import ai.backtestr.render.chart.PlotView;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.chart.TimeSpan;
import ai.backtestr.render.table.LongTable;
import ai.backtestr.render.table.TradesTable;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Ticks, bars, orders and fills in the real window, without a display: one session, told in order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class MarketTablesTest {
    private @Nullable TestWindow opened;

    @BeforeAll
    void open(@TempDir Path home) {
        opened = new TestWindow(home).started();
        await("the chart", () -> chart().navigation().timesOnScreen() != null && chart().isComplete());
    }

    @AfterAll
    void close() {
        window().close();
    }

    private TestWindow window() {
        return Objects.requireNonNull(opened);
    }

    private PriceChart chart() {
        return window().window().chart().chart();
    }

    private TablePane pane(String id) {
        return (TablePane) window().<LongTable>here(id).getParent();
    }

    private void openPart(String id, String dock) {
        fx(() -> window().window().docks().open(dock));
        await(id, () -> window().isOpen(id) && pane(id).isComplete() && shows(id));
    }

    private boolean shows(String id) {
        LongTable table = pane(id).table();
        return table.rowCount() > 0
                && !table.textsOnScreen().isEmpty()
                && !table.textsOnScreen().getFirst().getFirst().isEmpty();
    }

    private List<String> texts(String id, int row) {
        return fx(() -> pane(id).table().textsOnScreen().get(row));
    }

    private String sql(String sql) {
        try (QueryResult found = window().workspace().store().query(sql)) {
            found.next();
            return Objects.toString(found.text(0), "");
        }
    }

    private void type(String id, String text) {
        fx(() -> {
            TextField field = window().here(id);
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    private void press(String id, KeyCode code, boolean control) {
        fx(() -> {
            Node view = window().<LongTable>here(id).lookup(".table-view");
            view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
        });
    }

    private void click(long timeNs) {
        fx(() -> {
            PlotView plot = chart().plotView();
            double x = plot.x(timeNs);
            Point2D inScene = chart().localToScene(x, plot.height() / 2);
            chart().fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_CLICKED,
                    inScene.getX(),
                    inScene.getY(),
                    inScene.getX(),
                    inScene.getY(),
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    true,
                    null));
        });
    }

    private long selectedNs(String id) {
        LongTable table = pane(id).table();
        long place = table.selectedFrom() - table.firstOnScreen();
        List<List<String>> texts = table.textsOnScreen();
        boolean isOnScreen = place >= 0 && place < texts.size();
        return isOnScreen ? Times.parse(texts.get((int) place).get(1)) : -1;
    }

    @Test
    @Order(1)
    void shouldShowAllTicksOfTheChartsInstrument() {
        openPart("ticks", DefaultLayout.TICKS);
        assertThat(fx(() -> window().<Label>here("ticks-count").getText())).isEqualTo("100,000 rows");
        assertThat(texts("ticks", 0).getFirst()).isEqualTo("1");
        assertThat(Times.parse(texts("ticks", 0).get(1)))
                .isEqualTo(Long.parseLong(sql("SELECT epoch_ns(min(time)) FROM ticks")));
    }

    @Test
    @Order(2)
    void shouldBringTheChartToTheTickSelected() {
        fx(() -> chart().navigation().showRange(0, 50));
        press("ticks", KeyCode.END, true);
        await("the last tick", () -> selectedNs("ticks") > 0);
        long last = Long.parseLong(sql("SELECT epoch_ns(max(time)) FROM ticks"));
        assertThat(fx(() -> selectedNs("ticks"))).isEqualTo(last);
        await("the chart", () -> {
            TimeSpan span = chart().navigation().timesOnScreen();
            return span != null && span.fromNs() <= last && span.toNs() > last;
        });
    }

    @Test
    @Order(3)
    void shouldGoToTheTickAtTheMomentClickedInTheChart() {
        long middle = Times.parse("2013-11-28 12:34");
        fx(() -> chart().navigation().goTo(middle));
        await("the chart", () -> chart().isComplete());
        click(middle);
        long clicked = Long.parseLong(
                sql(
                        "SELECT epoch_ns(max(time)) FROM ticks WHERE time < TIMESTAMP '2013-11-28 12:34:00' + INTERVAL 2 SECONDS"));
        await("the tick", () -> Math.abs(selectedNs("ticks") - clicked) < 600_000_000_000L);
        assertThat(fx(() -> pane("ticks").table().selectedFrom())).isPositive();
    }

    @Test
    @Order(4)
    void shouldFilterGoAndCopy() {
        type("ticks-filter", "size >= 50, time 2013-11-26..2013-11-28");
        String count = sql(
                "SELECT count(*) FROM ticks WHERE size >= 50 AND time >= '2013-11-26'" + " AND time < '2013-11-28'");
        await(
                "the filter",
                () -> pane("ticks").isComplete() && pane("ticks").table().rowCount() == Long.parseLong(count));
        type("ticks-go", "3");
        await("row 3", () -> pane("ticks").table().selectedFrom() == 2);
        press("ticks", KeyCode.C, true);
        await("the copy", () -> {
            String text = Clipboard.getSystemClipboard().getString();
            return text != null
                    && text.startsWith("Time (UTC)\tPrice\tSize\tSide\n")
                    && text.lines().count() == 2;
        });
        type("ticks-go", "2013-11-27");
        await("the moment", () -> selectedNs("ticks") >= Times.parse("2013-11-27"));
        type("ticks-filter", "size > much");
        assertThat(fx(() -> window().workbench().tasks().message().get())).isEqualTo("'much' is no number for size");
        type("ticks-filter", "");
        await("all", () -> pane("ticks").table().rowCount() == 100_000);
    }

    @Test
    @Order(5)
    void shouldExportWhatIsFiltered(@TempDir Path folder) throws IOException {
        type("ticks-filter", "size >= 50");
        await(
                "the filter",
                () -> pane("ticks").isComplete() && pane("ticks").table().rowCount() < 100_000);
        File file = folder.resolve("ticks.csv").toFile();
        fx(() -> pane("ticks").export(file));
        await("the file", file::exists);
        assertThat(Files.readAllLines(file.toPath()))
                .hasSize(1 + Integer.parseInt(sql("SELECT count(*) FROM ticks WHERE size >= 50")));
        type("ticks-filter", "");
    }

    @Test
    @Order(6)
    void shouldShowTheBarsOfTheChart() {
        fx(() -> window().workbench().timeframe().set(Timeframe.ONE_HOUR));
        openPart("bars", DefaultLayout.BARS);
        String hours = sql("SELECT count(DISTINCT date_trunc('hour', time)) FROM ticks");
        assertThat(fx(() -> pane("bars").table().rowCount())).isEqualTo(Long.parseLong(hours));
        String volume = sql("SELECT sum(size) FROM ticks WHERE time < (SELECT date_trunc('hour', min(time)) FROM ticks)"
                + " + INTERVAL 1 HOUR");
        assertThat(new BigDecimal(texts("bars", 0).get(6))).isEqualByComparingTo(volume);
        fx(() -> window().workbench().timeframe().set(Timeframe.parse("500t")));
        await("bars of 500 ticks", () -> {
            BarSeries bars = window().workbench().bars().get();
            return bars != null
                    && bars.timeframe().toString().equals("500t")
                    && pane("bars").isComplete()
                    && pane("bars").table().rowCount() == bars.count();
        });
    }

    @Test
    @Order(7)
    void shouldFilterAndSortFillsAndBringTheChartToThem() {
        openPart("fills", DefaultLayout.FILLS);
        int fills =
                fx(() -> Objects.requireNonNull(window().workbench().result().get())
                        .fills()
                        .size());
        assertThat(fx(() -> pane("fills").table().rowCount())).isEqualTo(fills);
        fx(() -> chart().navigation().showRange(0, 5));
        press("fills", KeyCode.END, true);
        long lastNs =
                fx(() -> Objects.requireNonNull(window().workbench().result().get())
                        .fills()
                        .getLast()
                        .timeNs());
        await("the chart", () -> {
            TimeSpan span = chart().navigation().timesOnScreen();
            return span != null && span.fromNs() <= lastNs && span.toNs() > lastNs;
        });
        type("fills-filter", "buy");
        await(
                "the buys",
                () -> pane("fills").isComplete() && pane("fills").table().rowCount() < fills);
        await(
                "the texts",
                () -> pane("fills").table().textsOnScreen().stream()
                        .allMatch(texts -> texts.stream().anyMatch(text -> text.equalsIgnoreCase("buy"))));
    }

    @Test
    @Order(8)
    void shouldFilterAndExportTrades(@TempDir Path folder) throws IOException {
        fx(() -> window().window().docks().open(DefaultLayout.TRADES));
        List<Trade> trades = fx(() ->
                Objects.requireNonNull(window().workbench().result().get()).trades());
        TradesTable table = window().node("trades");
        type("trades-filter", "SHORT");
        long shorts = trades.stream().filter(trade -> trade.side() == Side.SELL).count();
        await("the short ones", () -> table.getItems().size() == shorts || trades.size() == shorts);
        File file = folder.resolve("trades.csv").toFile();
        fx(() -> ((TradesPane) table.getParent()).export(file));
        await("the file", file::exists);
        assertThat(Files.readAllLines(file.toPath())).hasSize((int) shorts + 1);
        type("trades-filter", "");
        await("all", () -> table.getItems().size() == trades.size());
        File all = folder.resolve("all.csv").toFile();
        fx(() -> ((TradesPane) table.getParent()).export(all));
        await("all in a file", all::exists);
        List<String> lines = Files.readAllLines(all.toPath());
        checkExcursions(lines, trades, 0);
        checkExcursions(lines, trades, trades.size() - 1);
    }

    /// The prices come from the ticks by SQL.
    private void checkExcursions(List<String> lines, List<Trade> trades, int row) {
        List<String> titles = List.of(lines.getFirst().split(","));
        List<String> cells = List.of(lines.get(row + 1).split(","));
        BigDecimal entry = new BigDecimal(cells.get(titles.indexOf("Entry price")));
        BigDecimal exit = new BigDecimal(cells.get(titles.indexOf("Exit price")));
        BigDecimal quantity = new BigDecimal(cells.get(titles.indexOf("Quantity")));
        Trade trade = trades.get(row);
        String held = "(price) FROM ticks WHERE epoch_ns(time) >= " + trade.entryNs() + " AND epoch_ns(time) < "
                + trade.exitNs();
        BigDecimal fall = entry.subtract(
                new BigDecimal(sql("SELECT min" + held)).min(entry).min(exit));
        BigDecimal rise =
                new BigDecimal(sql("SELECT max" + held)).max(entry).max(exit).subtract(entry);
        boolean isLong = trade.side() == Side.BUY;
        assertThat(new BigDecimal(cells.get(titles.indexOf("MAE"))))
                .isEqualByComparingTo(quantity.multiply(isLong ? fall : rise));
        assertThat(new BigDecimal(cells.get(titles.indexOf("MFE"))))
                .isEqualByComparingTo(quantity.multiply(isLong ? rise : fall));
    }

    @Test
    @Order(9)
    void shouldLinkRowsOfSqlWithTheChart() {
        fx(() -> window().window().docks().open(DefaultLayout.SQL));
        TextArea statement = window().node("sql-statement");
        fx(() -> {
            statement.setText(
                    "SELECT time_bucket(INTERVAL 1 HOUR, time) AS hour, symbol, sum(size) AS traded FROM ticks"
                            + " GROUP BY ALL ORDER BY traded DESC");
            window().<ButtonBase>here("sql-run").fire();
        });
        await("a table", () -> window().isOpen("sql-rows"));
        LongTable rows = window().here("sql-rows");
        await("rows", () -> !rows.textsOnScreen().isEmpty());
        long busiest = Long.parseLong(sql(
                "SELECT epoch_ns(time_bucket(INTERVAL 1 HOUR, time)) FROM ticks GROUP BY 1 ORDER BY sum(size) DESC"));
        await("the chart", () -> chart().isComplete());
        fx(() -> chart().navigation().showRange(0, 5));
        press("sql-rows", KeyCode.HOME, false);
        await("the busiest hour", () -> {
            TimeSpan span = chart().navigation().timesOnScreen();
            return span != null && span.fromNs() <= busiest && span.toNs() > busiest;
        });

        long middle = Times.parse("2013-11-28 12:34");
        fx(() -> chart().navigation().goTo(middle));
        await("the chart", () -> chart().isComplete());
        click(middle);
        await("the hour clicked", () -> {
            int place = (int) (rows.selectedFrom() - rows.firstOnScreen());
            List<List<String>> texts = rows.textsOnScreen();
            return place >= 0 && place < texts.size() && texts.get(place).get(1).startsWith("2013-11-28 12:");
        });
    }
}
