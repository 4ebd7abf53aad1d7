package ai.backtestr.desktop.window;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/// The parts that show stored ticks, and the bars of the active chart. FX thread only.
final class MarketParts {
    private final Workbench workbench;
    private final MarketTables tables;
    private final List<MarketPart> made = new ArrayList<>();

    MarketParts(Workbench workbench) {
        this.workbench = workbench;
        tables = new MarketTables(workbench.workspace());
    }

    Node ticks() {
        return part(new MarketPart(
                workbench,
                new TablePane(workbench.tasks(), "ticks", "Ticks"),
                (data, timeframe) ->
                        data.recorded() == null ? tables.ticks(data.instrument().symbol()) : null,
                "These are recorded bars: there are no ticks of them."));
    }

    Node bars() {
        return part(
                new MarketPart(workbench, new TablePane(workbench.tasks(), "bars", "Bars"), tables::bars, "No bars."));
    }

    private Node part(MarketPart part) {
        made.add(part);
        return part.node();
    }

    /// Reads nothing more.
    void close() {
        made.forEach(MarketPart::close);
    }
}
