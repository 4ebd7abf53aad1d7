package ai.backtestr.desktop.window;

import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.bar.Timeframe.Unit;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.render.chart.ChartKind;
import ai.backtestr.render.chart.PriceChart;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;

/// What the chart shows prices as: ways to draw bars, and kinds of bars that the engine makes otherwise.
///
/// Threads: belongs to the FX thread.
final class BarKindChoice {
    /// About as many bricks or ranges are proposed as would cover the prices on screen one upon the other.
    private static final int HEIGHTS_ON_SCREEN = 40;

    private final Workbench workbench;
    private final ChartModel model;
    private final PriceChart chart;
    private Timeframe lastTime = Timeframe.FIFTEEN_MINUTES;

    /// @param model what the chart shows
    BarKindChoice(Workbench workbench, ChartModel model, PriceChart chart) {
        this.workbench = workbench;
        this.model = model;
        this.chart = chart;
    }

    /// Remembers the last bars of time, which come back where others end, until the subscription is ended.
    Subscription follow() {
        return model.timeframe().subscribe(this::notice);
    }

    private void notice(Timeframe timeframe) {
        if (timeframe.isTime() && !timeframe.heikinAshi()) {
            lastTime = timeframe;
        }
    }

    List<MenuItem> items() {
        Timeframe now = model.timeframe().get();
        boolean isOther = isOther(now);
        List<MenuItem> items = new ArrayList<>();
        ToggleGroup group = new ToggleGroup();
        for (ChartKind kind : ChartKind.values()) {
            items.add(item(kind.title(), "kind-" + kind, group, !isOther && chart.kind() == kind, () -> draw(kind)));
        }
        items.add(item("Heikin-Ashi", "kind-HEIKIN_ASHI", group, now.heikinAshi(), this::showHeikinAshi));
        items.add(item("Renko…", "kind-RENKO", group, now.unit() == Unit.RENKO, this::askForRenko));
        items.add(item("Range bars…", "kind-RANGE", group, now.unit() == Unit.RANGE, this::askForRange));
        return items;
    }

    private static MenuItem item(String title, String id, ToggleGroup group, boolean selected, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(title);
        item.setId(id);
        item.setToggleGroup(group);
        item.setSelected(selected);
        item.setOnAction(event -> action.run());
        return item;
    }

    /// Tells whether bars are a choice of this menu rather than of timeframes.
    private static boolean isOther(Timeframe timeframe) {
        return timeframe.heikinAshi() || timeframe.unit() == Unit.RENKO || timeframe.unit() == Unit.RANGE;
    }

    /// Draws bars of time that way, instead of Heikin-Ashi, bricks or ranges.
    void draw(ChartKind kind) {
        chart.setKind(kind);
        Timeframe now = model.timeframe().get();
        if (isOther(now)) {
            model.timeframe().set(now.heikinAshi() ? now.traded() : lastTime);
        }
    }

    /// Shows Heikin-Ashi bars of those there are.
    void showHeikinAshi() {
        Timeframe traded = model.timeframe().get().traded();
        boolean isBar = traded.unit() != Unit.RENKO && traded.unit() != Unit.RANGE;
        Timeframe of = isBar ? traded : lastTime;
        chart.setKind(ChartKind.CANDLES);
        model.timeframe().set(new Timeframe(of.unit(), of.count(), true));
    }

    /// Asks how high bricks are, and shows them.
    void askForRenko() {
        ask(Unit.RENKO, "Height of a brick");
    }

    /// Asks how high bars of range are, and shows them.
    void askForRange() {
        ask(Unit.RANGE, "Height of a bar");
    }

    private void ask(Unit unit, String what) {
        StoredData data = model.instrument().get();
        if (data == null) {
            return;
        }
        String question = what + ", in steps of the tick size "
                + data.instrument().formatPrice(data.instrument().contract().tickSize());
        String proposed = Integer.toString(proposal(data, unit));
        new TextQuestion(chart.getScene().getWindow(), "steps-dialog", what, question, "Steps", proposed)
                .ask(typed -> problem(unit, typed))
                .ifPresent(typed -> show(new Timeframe(unit, Integer.parseInt(typed))));
    }

    private void show(Timeframe timeframe) {
        StoredData data = model.instrument().get();
        if (data != null && !data.makes(timeframe)) {
            workbench.tasks().tellError(timeframe + " bars cannot be made of " + data.kind() + "; they need ticks");
            return;
        }
        chart.setKind(ChartKind.CANDLES);
        model.timeframe().set(timeframe);
    }

    private int proposal(StoredData data, Unit unit) {
        Timeframe now = model.timeframe().get();
        if (now.unit() == unit) {
            return now.count();
        }
        double tick = FixedPoint.toDouble(
                data.instrument().contract().tickSize(), data.instrument().priceScale());
        return Math.clamp(Math.round(chart.navigation().priceSpan() / tick / HEIGHTS_ON_SCREEN), 1, 999_999_999);
    }

    private static String problem(Unit unit, String typed) {
        try {
            Timeframe _ = new Timeframe(unit, Integer.parseInt(typed));
            return "";
        } catch (NumberFormatException e) {
            return "'" + typed + "' is not a whole number of steps";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
