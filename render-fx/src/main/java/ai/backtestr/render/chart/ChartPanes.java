package ai.backtestr.render.chart;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.render.indicator.IndicatorSetting;
import ai.backtestr.render.series.IndicatorBars;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The indicators of a chart, and the panes below its prices.
///
/// Threads: belongs to the FX thread.
public final class ChartPanes {
    /// No pane is dragged to be lower than this.
    private static final double LOWEST_PANE = 36;

    private final ChartContent content;
    private final ChartGeometry geometry;
    private final IndicatorSupply supply;
    private final Runnable repaint;
    private Runnable onChange = () -> {};
    private Consumer<ChartIndicator> onEdit = indicator -> {};
    private Consumer<String> onComparedClosed = name -> {};
    private int added;

    ChartPanes(ChartContent content, ChartGeometry geometry, IndicatorSupply supply, Runnable repaint) {
        this.content = content;
        this.geometry = geometry;
        this.supply = supply;
        this.repaint = repaint;
    }

    /// Sets where the bars come from that indicators take in; null for nowhere, which shows no values.
    ///
    /// @param timeframe the bars that the chart shows
    public void setBars(@Nullable IndicatorBars bars, @Nullable Timeframe timeframe) {
        supply.setBars(bars, timeframe, content);
        repaint.run();
    }

    /// Sets who is told when anything is added, removed, moved or set otherwise.
    public void setOnChange(Runnable listener) {
        onChange = listener;
    }

    /// Sets who is told when the user asks to change an indicator.
    public void setOnEdit(Consumer<ChartIndicator> listener) {
        onEdit = listener;
    }

    /// Sets who is told the name of another instrument over the prices that the user closes.
    public void setOnComparedClosed(Consumer<String> listener) {
        onComparedClosed = listener;
    }

    /// Shows an indicator: over the prices, or in a pane of its own below the others.
    public ChartIndicator add(IndicatorSetting setting) {
        ChartIndicator indicator = place(setting);
        changed();
        return indicator;
    }

    private ChartIndicator place(IndicatorSetting setting) {
        ChartIndicator indicator = new ChartIndicator(setting, added);
        added += indicator.outputs().length;
        if (setting.isOverlay()) {
            content.overlays().add(indicator);
        } else {
            content.panes().add(new IndicatorPane(indicator));
        }
        return indicator;
    }

    /// Sets an indicator otherwise; it stays where it is.
    public void change(ChartIndicator indicator, IndicatorSetting setting) {
        indicator.set(setting);
        changed();
    }

    /// Takes an indicator away, and its pane.
    public void remove(ChartIndicator indicator) {
        content.overlays().remove(indicator);
        for (LowerPane pane : content.panes().all()) {
            if (pane instanceof IndicatorPane of && of.indicator().equals(indicator)) {
                content.panes().remove(pane);
            }
        }
        changed();
    }

    /// Returns the indicators: those over the prices, then those below.
    public List<ChartIndicator> indicators() {
        List<ChartIndicator> all = new ArrayList<>();
        content.forEachIndicator(all::add);
        return all;
    }

    /// Tells whether there is a pane of that kind.
    public boolean shows(PaneKind kind) {
        return content.panes().all().stream().anyMatch(pane -> isOf(pane, kind));
    }

    /// Returns why a pane of that kind has nothing to show of what the chart shows now; empty if it has.
    public String lack(PaneKind kind) {
        if (kind != PaneKind.SPREAD) {
            return "";
        }
        return content.figures() == null
                ? "needs quotes as they are stored, in bars of time"
                : content.isOfTrades() ? "trades have none" : "";
    }

    private static boolean isOf(LowerPane pane, PaneKind kind) {
        return !(pane instanceof IndicatorPane) && PaneKind.of(pane) == kind;
    }

    /// Shows a pane of that kind below the others, or none.
    public void show(PaneKind kind, boolean isShown) {
        content.panes().all().stream().filter(pane -> isOf(pane, kind)).forEach(content.panes()::remove);
        if (isShown) {
            content.panes().add(kind.make());
        }
        changed();
    }

    /// Returns what the panes below are called, from top to bottom, those that have nothing to show included.
    public List<String> titles() {
        return content.panes().all().stream()
                .map(pane -> pane instanceof IndicatorPane of
                        ? of.indicator().setting().title()
                        : PaneKind.of(pane).title())
                .toList();
    }

    /// Moves a pane up by one (-1), or down (1).
    ///
    /// @param pane its place in [#titles()]
    public void move(int pane, int by) {
        move(content.panes().get(pane), by);
    }

    void move(LowerPane pane, int by) {
        content.panes().move(pane, by, content);
        changed();
    }

    /// Tells whether a pane shows its title alone.
    public boolean isCollapsed(int pane) {
        return content.panes().get(pane).isCollapsed();
    }

    /// Shows a pane's title alone, or all of it.
    public void setCollapsed(int pane, boolean isCollapsed) {
        setCollapsed(content.panes().get(pane), isCollapsed);
    }

    void setCollapsed(LowerPane pane, boolean isCollapsed) {
        pane.setCollapsed(isCollapsed);
        changed();
    }

    /// Takes a pane away.
    public void close(int pane) {
        close(content.panes().get(pane));
    }

    void close(LowerPane pane) {
        content.panes().remove(pane);
        changed();
    }

    void edit(ChartIndicator indicator) {
        onEdit.accept(indicator);
    }

    void close(ComparedInstrument compared) {
        onComparedClosed.accept(compared.name());
    }

    /// Makes a pane higher by so many pixels, or lower, at the cost of what is above it. Nothing happens to one that is
    /// not shown, or collapsed.
    public void heighten(int pane, double pixels) {
        LowerPane wanted = content.panes().get(pane);
        for (int i = 0; i < geometry.panes().count(); i++) {
            if (geometry.panes().get(i).pane().equals(wanted) && !wanted.isCollapsed()) {
                drag(i, -pixels);
            }
        }
    }

    /// Shows the values of a pane that many times as high, between a twentieth of its height and twenty times that.
    /// Nothing happens to one that is not shown.
    ///
    /// @param pane its place in [#titles()]
    public void zoom(int pane, double factor) {
        PaneBox box = geometry.panes().of(content.panes().get(pane));
        if (box != null) {
            box.zoomBy(factor);
            repaint.run();
        }
    }

    /// Fits the values of a pane to its height again.
    public void fit(int pane) {
        PaneBox box = geometry.panes().of(content.panes().get(pane));
        if (box != null) {
            box.fit();
            repaint.run();
        }
    }

    /// Drags the upper edge of a pane that is shown by so many pixels: those around it become higher or lower.
    void drag(int shown, double by) {
        PaneBoxes boxes = geometry.panes();
        int below = shown;
        while (below < boxes.count() && !boxes.get(below).isOpen()) {
            below++;
        }
        int above = shown - 1;
        while (above >= 0 && !boxes.get(above).isOpen()) {
            above--;
        }
        if (below == boxes.count()) {
            return;
        }
        double price = geometry.layout().priceBottom();
        double upper = above < 0 ? price : boxes.get(above).height();
        double lower = boxes.get(below).height();
        double most = Math.max(0, lower - LOWEST_PANE);
        double dy = Math.clamp(by, -Math.max(0, upper - LOWEST_PANE), most);
        double newPrice = above < 0 ? price + dy : price;
        for (int i = 0; i < boxes.count(); i++) {
            PaneBox box = boxes.get(i);
            if (box.isOpen()) {
                double height = box.height() + (i == above ? dy : i == below ? -dy : 0);
                box.pane().setWeight(PaneStack.PRICE_WEIGHT * Math.max(1, height) / Math.max(1, newPrice));
            }
        }
        changed();
    }

    /// Returns what is shown, as [#arrange] brings it back.
    public ChartArrangement arrangement() {
        return new ChartArrangement(
                content.overlays().stream().map(ChartIndicator::setting).toList(),
                content.panes().all().stream().map(ChartPanes::setting).toList());
    }

    private static PaneSetting setting(LowerPane pane) {
        return pane instanceof IndicatorPane of
                ? new PaneSetting(null, of.indicator().setting(), pane.weight(), pane.isCollapsed())
                : new PaneSetting(PaneKind.of(pane), null, pane.weight(), pane.isCollapsed());
    }

    /// Shows that and nothing else.
    public void arrange(ChartArrangement arrangement) {
        content.overlays().clear();
        content.panes().clear();
        added = 0;
        arrangement.overlays().forEach(this::place);
        for (PaneSetting setting : arrangement.panes()) {
            int at = content.panes().count();
            if (setting.indicator() != null) {
                place(setting.indicator());
            } else if (setting.kind() != null) {
                content.panes().add(setting.kind().make());
            }
            if (content.panes().count() > at) {
                content.panes().get(at).setWeight(setting.weight());
                content.panes().get(at).setCollapsed(setting.collapsed());
            }
        }
        changed();
    }

    private void changed() {
        content.arrangementChanged();
        supply.refresh();
        onChange.run();
        repaint.run();
    }
}
