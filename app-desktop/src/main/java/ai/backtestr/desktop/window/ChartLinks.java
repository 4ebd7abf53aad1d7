package ai.backtestr.desktop.window;

import ai.backtestr.desktop.layout.LinkColour;
import ai.backtestr.desktop.layout.LinkRule;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.render.chart.ChartCrosshair;
import ai.backtestr.render.chart.TimeSpan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Has charts of one colour go together: always in their time cursor, as far as the user wants in the instrument
/// and in the stretch of time. Charts that are not to be seen follow when they are asked for something only.
///
/// Threads: belongs to the FX thread.
final class ChartLinks {
    private final List<ChartPane> panes = new ArrayList<>();
    private final Map<LinkColour, LinkRule> rules = new EnumMap<>(LinkColour.class);
    private boolean following;
    private Runnable onChange = () -> {};

    /// Sets who hears when groups or what they share change.
    void onChange(Runnable listener) {
        onChange = listener;
    }

    void add(ChartPane pane) {
        panes.add(pane);
        pane.chart().crosshair().setOnMoved(timeNs -> cursorMoved(pane, timeNs));
        pane.chart().navigation().setOnMoved(() -> {
            moved(pane);
            onChange.run();
        });
        pane.model().instrument().subscribe((before, now) -> instrumentChanged(pane.model(), now));
    }

    void remove(ChartPane pane) {
        panes.remove(pane);
    }

    /// Puts a chart into a group; it takes over what the group shares.
    void link(ChartModel chart, LinkColour colour) {
        paneOf(chart).forEach(pane -> cursorMoved(pane, ChartCrosshair.NO_TIME));
        chart.link().set(colour);
        paneOf(chart).forEach(pane -> pane.chart().crosshair().pointAt(ChartCrosshair.NO_TIME));
        panes.stream()
                .filter(other -> other.model() != chart && other.model().link().get() == colour)
                .findFirst()
                .ifPresent(this::spread);
        onChange.run();
    }

    private Stream<ChartPane> paneOf(ChartModel chart) {
        return panes.stream().filter(pane -> pane.model() == chart);
    }

    private void spread(ChartPane from) {
        instrumentChanged(from.model(), from.model().instrument().get());
        moved(from);
    }

    LinkRule rule(LinkColour colour) {
        return rules.getOrDefault(colour, new LinkRule(colour, false, false));
    }

    /// Changes what the group of a chart shares; the others take it over from this one.
    void setRule(ChartModel from, LinkRule rule) {
        rules.put(rule.colour(), rule);
        paneOf(from).forEach(this::spread);
        onChange.run();
    }

    /// Returns what the groups share, where it is more than the cursor.
    List<LinkRule> rules() {
        return List.copyOf(rules.values());
    }

    /// Takes over what groups share.
    void recall(List<LinkRule> kept) {
        rules.clear();
        kept.forEach(rule -> rules.put(rule.colour(), rule));
    }

    private Stream<ChartPane> others(ChartModel chart) {
        LinkColour colour = chart.link().get();
        return colour == LinkColour.NONE
                ? Stream.empty()
                : panes.stream()
                        .filter(pane ->
                                pane.model() != chart && pane.model().link().get() == colour);
    }

    private void cursorMoved(ChartPane from, long timeNs) {
        others(from.model())
                .filter(pane -> pane.getScene() != null)
                .forEach(pane -> pane.chart().crosshair().pointAt(timeNs));
    }

    private void moved(ChartPane from) {
        TimeSpan span = from.chart().navigation().timesOnScreen();
        if (following || span == null || !rule(from.model().link().get()).range()) {
            return;
        }
        following = true;
        others(from.model())
                .filter(pane -> pane.chart().navigation().timesOnScreen() != null)
                .forEach(pane -> pane.chart().navigation().showTimes(span.fromNs(), span.toNs()));
        following = false;
    }

    private void instrumentChanged(ChartModel from, @Nullable StoredData now) {
        if (following || now == null || !rule(from.link().get()).instrument()) {
            return;
        }
        following = true;
        others(from)
                .filter(pane -> !pane.model().shows(now))
                .forEach(pane -> pane.model().open(now));
        following = false;
    }
}
