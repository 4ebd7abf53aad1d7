package ai.backtestr.render.chart;

import ai.backtestr.render.axis.TextParts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// The rows of text of what lies over the prices, and of the panes below. Part of the overlay, as their values
/// follow the mouse.
///
/// Threads: confined to the FX thread.
final class PaneLegends {
    private static final int MOST_COLOURS = 16;

    /// A row and what it belongs to: a pane, an indicator over the prices or another instrument there.
    private static final class Entry {
        final LegendRow row;
        final @Nullable LowerPane pane;
        final @Nullable ChartIndicator indicator;
        final @Nullable ComparedInstrument compared;

        Entry(
                LegendRow row,
                @Nullable LowerPane pane,
                @Nullable ChartIndicator indicator,
                @Nullable ComparedInstrument compared) {
            this.row = row;
            this.pane = pane;
            this.indicator = indicator;
            this.compared = compared;
        }
    }

    /// A part of a row, and what the row belongs to.
    record Hit(
            LegendRow.Part part,
            @Nullable LowerPane pane,
            @Nullable ChartIndicator indicator,
            @Nullable ComparedInstrument compared) {}

    private static final Hit NOTHING = new Hit(LegendRow.Part.NONE, null, null, null);

    private final Pane holder = new Pane();
    private final Color[] colours = new Color[MOST_COLOURS];
    private List<Entry> entries = new ArrayList<>();
    private long seen = -1;

    PaneLegends() {
        holder.setManaged(false);
        holder.setMouseTransparent(true);
    }

    Node node() {
        return holder;
    }

    /// Has all rows painted anew.
    void forget() {
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).row.forget();
        }
    }

    /// Writes the values that stand at `position`.
    ///
    /// @param mouseX where the mouse is, negative if it is elsewhere
    void paint(ChartContent content, ChartGeometry geometry, double position, double mouseX, double mouseY) {
        if (seen != content.arrangementChanges()) {
            seen = content.arrangementChanges();
            rebuild(content);
        }
        double rowHeight = LegendRow.height(content.fonts());
        double y = Legend.height(content.fonts()) + 2;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.pane != null) {
                paintPane(entry, content, geometry, position, mouseX, mouseY);
            } else {
                boolean fits = y + rowHeight <= geometry.layout().priceBottom();
                if (fits && entry.indicator != null) {
                    paintIndicator(entry, entry.indicator, content, geometry, position, y, mouseX, mouseY);
                } else if (fits && entry.compared != null) {
                    paintCompared(entry, entry.compared, content, geometry, position, y, mouseX, mouseY);
                } else {
                    entry.row.hide();
                }
                y += rowHeight;
            }
        }
    }

    private void rebuild(ChartContent content) {
        List<Entry> fresh = new ArrayList<>();
        for (ComparedInstrument compared : content.compared()) {
            fresh.add(new Entry(new LegendRow(LegendRow.Part.CLOSE), null, null, compared));
        }
        for (ChartIndicator indicator : content.overlays()) {
            fresh.add(new Entry(new LegendRow(LegendRow.Part.EDIT, LegendRow.Part.CLOSE), null, indicator, null));
        }
        for (LowerPane pane : content.panes().all()) {
            LegendRow row = pane.isEditable()
                    ? new LegendRow(
                            LegendRow.Part.EDIT,
                            LegendRow.Part.COLLAPSE,
                            LegendRow.Part.UP,
                            LegendRow.Part.DOWN,
                            LegendRow.Part.CLOSE)
                    : new LegendRow(
                            LegendRow.Part.COLLAPSE, LegendRow.Part.UP, LegendRow.Part.DOWN, LegendRow.Part.CLOSE);
            fresh.add(new Entry(row, pane, null, null));
        }
        entries = fresh;
        holder.getChildren()
                .setAll(fresh.stream().map(entry -> entry.row.node()).toList());
    }

    private void paintPane(
            Entry entry, ChartContent content, ChartGeometry geometry, double position, double mouseX, double mouseY) {
        LowerPane pane = entry.pane;
        PaneBox box = pane == null ? null : geometry.panes().of(pane);
        if (pane == null || box == null || box.height() < LegendRow.height(content.fonts()) + 2) {
            entry.row.hide();
            return;
        }
        entry.row.begin(pane.title(content, geometry), pane.values(), content.fonts());
        for (int i = 0; i < pane.values(); i++) {
            double value = pane.value(i, content, geometry, position);
            TextParts line = entry.row.value(i);
            if (!Double.isNaN(value)) {
                pane.write(i, value, box, line);
            }
            colours[i] = pane.colour(i, content.theme());
        }
        boolean isHovered = mouseX >= 0 && mouseX < geometry.layout().plotRight() && box.contains(mouseY);
        entry.row.paint(
                box.top() + 2, geometry.layout().plotRight(), isHovered, pane.isCollapsed(), content.theme(), colours);
    }

    private void paintIndicator(
            Entry entry,
            ChartIndicator indicator,
            ChartContent content,
            ChartGeometry geometry,
            double position,
            double y,
            double mouseX,
            double mouseY) {
        entry.row.begin(indicator.title(), indicator.outputs().length, content.fonts());
        for (int i = 0; i < indicator.outputs().length; i++) {
            double value = indicator.value(i, position);
            TextParts line = entry.row.value(i);
            if (!Double.isNaN(value)) {
                geometry.priceTicks().write(value, line);
            }
            colours[i] = indicator.colour(i);
        }
        boolean isHovered = entry.row.isNear(mouseX, mouseY) && mouseX >= 0;
        entry.row.paint(y, geometry.layout().plotRight(), isHovered, false, content.theme(), colours);
    }

    private void paintCompared(
            Entry entry,
            ComparedInstrument compared,
            ChartContent content,
            ChartGeometry geometry,
            double position,
            double y,
            double mouseX,
            double mouseY) {
        entry.row.begin(compared.title(), 1, content.fonts());
        compared.write(position, entry.row.value(0));
        colours[0] = compared.colour();
        boolean isHovered = entry.row.isNear(mouseX, mouseY) && mouseX >= 0;
        entry.row.paint(y, geometry.layout().plotRight(), isHovered, false, content.theme(), colours);
    }

    /// Returns what lies at a place of the chart.
    Hit at(double x, double y) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            LegendRow.Part part = entry.row.partAt(x, y);
            if (part != LegendRow.Part.NONE) {
                return new Hit(part, entry.pane, entry.indicator, entry.compared);
            }
        }
        return NOTHING;
    }
}
