package ai.backtestr.desktop.window;

import ai.backtestr.desktop.workspace.StoredData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.util.Subscription;

/// Brings tables to the moment clicked in a chart, and charts to the moment of the row selected in a table. A
/// moment is nanoseconds since the epoch, UTC.
///
/// Threads: belongs to the FX thread.
final class Moments {
    private final List<LongConsumer> charts = new ArrayList<>();
    private final List<Consumer<Place>> places = new ArrayList<>();
    private final List<Consumer<Clicked>> tables = new ArrayList<>();

    /// A moment clicked in a chart.
    record Clicked(ChartModel chart, long timeNs) {}

    /// A stretch of time of an instrument that is to be looked at closely; both ends can be the same moment.
    record Place(StoredData of, long fromNs, long toNs) {}

    /// Has a chart hear of places to show.
    Subscription onPlace(Consumer<Place> chart) {
        places.add(chart);
        return () -> places.remove(chart);
    }

    /// Has the active chart show a place, as soon as it shows the instrument.
    void show(Place place) {
        List.copyOf(places).forEach(chart -> chart.accept(place));
    }

    /// Has a chart hear of the rows selected in tables.
    Subscription onRow(LongConsumer chart) {
        charts.add(chart);
        return () -> charts.remove(chart);
    }

    /// Has a table hear of the moments clicked in charts.
    Subscription onClick(Consumer<Clicked> table) {
        tables.add(table);
        return () -> tables.remove(table);
    }

    void rowSelected(long timeNs) {
        List.copyOf(charts).forEach(chart -> chart.accept(timeNs));
    }

    void clicked(ChartModel chart, long timeNs) {
        List.copyOf(tables).forEach(table -> table.accept(new Clicked(chart, timeNs)));
    }
}
