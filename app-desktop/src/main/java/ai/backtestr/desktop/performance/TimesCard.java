package ai.backtestr.desktop.performance;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.engine.monitor.Metric;
import ai.backtestr.engine.monitor.Target;
import ai.backtestr.engine.monitor.TimeBuckets;
import ai.backtestr.engine.monitor.TimeBuckets.Bucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// How often a metric took how long: a bar for each bucket of times over a logarithmic axis, green as far as the
/// target goes and red beyond it, with the target as a line. Resting on a bar, or the arrows, tell of its bucket.
/// FX thread only.
final class TimesCard extends VBox {
    /// How wide a card is, in pixels.
    static final double WIDTH = 300;

    private static final double HEIGHT = 84;
    private static final double TEXT_HEIGHT = 14;
    private static final double SIDE = 6;
    private static final double GAP = 1;
    private static final double LEAST_BAR = 2;
    private static final double LEAST_STEP = 56;
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");

    private final Metric metric;
    private final @Nullable Target target;
    private final Label told = new Label();
    private final Pane plot = new Pane();
    private final Tooltip tooltip = new Tooltip();
    private @Nullable TimeBuckets shown;
    private double fromLog;
    private double toLog;
    private int selected = -1;

    /// @param target what the times should be below; null for nothing
    TimesCard(Metric metric, @Nullable Target target) {
        this.metric = metric;
        this.target = target;
        setId("times-" + metric.name().toLowerCase(Locale.ROOT));
        getStyleClass().add("times-card");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        Label title = new Label(
                Character.toUpperCase(metric.title().charAt(0)) + metric.title().substring(1));
        title.getStyleClass().add("times-title");
        told.getStyleClass().add("note");
        told.setMinHeight(USE_PREF_SIZE);
        plot.setMinSize(WIDTH - 2 * SIDE, HEIGHT + TEXT_HEIGHT);
        plot.setMaxSize(WIDTH - 2 * SIDE, HEIGHT + TEXT_HEIGHT);
        plot.setOnMouseMoved(event -> point(event.getX()));
        plot.setOnMouseExited(event -> select(-1));
        Tooltip.install(plot, tooltip);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        focusedProperty().subscribe(has -> {
            if (!has) {
                select(-1);
            }
        });
        getChildren().addAll(title, told, plot);
    }

    /// Shows times; nothing is drawn where they are those on screen.
    void show(TimeBuckets times) {
        if (!times.equals(shown)) {
            shown = times;
            draw(times);
            select(Math.min(selected, times.buckets().size() - 1));
        }
    }

    private void draw(TimeBuckets times) {
        double shortest = times.buckets().getFirst().fromNs();
        double longest = times.buckets().getLast().toNs();
        fromLog = Math.log10(target == null ? shortest : Math.min(shortest, target.value() / 2));
        toLog = Math.log10(target == null ? longest : Math.max(longest, target.value() * 2));
        List<Node> nodes = new ArrayList<>();
        long most = times.buckets().stream().mapToLong(Bucket::count).max().orElse(1);
        for (Bucket bucket : times.buckets()) {
            if (bucket.count() > 0) {
                addBar(nodes, bucket, Math.max(LEAST_BAR, (HEIGHT - 1) * bucket.count() / most));
            }
        }
        addAxis(nodes);
        plot.getChildren().setAll(nodes);
        setAccessibleText(words(times));
    }

    /// A bar that the target lies in has a part of each colour.
    private void addBar(List<Node> nodes, Bucket bucket, double height) {
        double from = start(bucket);
        double to = end(bucket) - GAP;
        double bound = target == null ? to : Math.clamp(x(target.value()), from, to);
        if (bound > from) {
            nodes.add(bar(from, bound, height, target == null ? "times-plain" : "times-kept"));
        }
        if (to > bound) {
            nodes.add(bar(bound, to, height, "times-missed"));
        }
    }

    private static Rectangle bar(double from, double to, double height, String style) {
        Rectangle bar = new Rectangle(from, HEIGHT - height, to - from, height);
        bar.getStyleClass().add(style);
        return bar;
    }

    private void addAxis(List<Node> nodes) {
        Line axis = new Line(0, HEIGHT + 0.5, WIDTH - 2 * SIDE, HEIGHT + 0.5);
        axis.getStyleClass().add("times-axis");
        nodes.add(axis);
        double room = (WIDTH - 2 * SIDE) / (toLog - fromLog);
        int step = Math.max(1, (int) Math.ceil(LEAST_STEP / room));
        for (int decade = (int) Math.ceil(fromLog); decade <= toLog; decade += step) {
            double ns = Math.pow(10, decade);
            if (x(ns) < WIDTH - 2 * SIDE - LEAST_STEP / 2) {
                nodes.add(text(x(ns), HEIGHT + TEXT_HEIGHT - 1, time(ns)));
            }
        }
        if (target != null) {
            Line line = new Line(x(target.value()), 0, x(target.value()), HEIGHT);
            line.getStyleClass().add("times-target");
            nodes.add(line);
        }
    }

    private static Text text(double x, double y, String words) {
        Text text = new Text(x, y, words);
        text.getStyleClass().add("times-label");
        return text;
    }

    private double x(double ns) {
        return (WIDTH - 2 * SIDE) * (Math.log10(ns) - fromLog) / (toLog - fromLog);
    }

    private double start(Bucket bucket) {
        return x((double) bucket.fromNs());
    }

    private double end(Bucket bucket) {
        return x((double) bucket.toNs());
    }

    private void point(double x) {
        TimeBuckets now = shown;
        for (int i = 0; now != null && i < now.buckets().size(); i++) {
            Bucket bucket = now.buckets().get(i);
            if (x >= start(bucket) && x < end(bucket)) {
                select(i);
                return;
            }
        }
        select(-1);
    }

    private void press(KeyEvent event) {
        TimeBuckets now = shown;
        int last = now == null ? -1 : now.buckets().size() - 1;
        if (event.getCode() == KeyCode.LEFT) {
            select(Math.max(0, selected < 0 ? last : selected - 1));
        } else if (event.getCode() == KeyCode.RIGHT) {
            select(Math.min(last, selected + 1));
        } else {
            return;
        }
        event.consume();
    }

    private void select(int bucket) {
        selected = bucket;
        TimeBuckets now = shown;
        if (now == null) {
            return;
        }
        String text = bucket < 0 ? summary(now) : words(now.buckets().get(bucket));
        told.setText(text);
        told.pseudoClassStateChanged(MISSED, bucket < 0 && now.missed() > 0 && now.percentKept() < 99);
        tooltip.setText(text);
        setAccessibleHelp(bucket < 0 ? "The arrows tell of one bucket after the other." : text);
    }

    private String summary(TimeBuckets times) {
        String count = FigureText.count(times.count()) + (times.count() == 1 ? " time" : " times");
        return target == null ? count : count + ", " + percent(times.percentKept()) + " " + target;
    }

    private String words(TimeBuckets times) {
        return metric.title() + ": " + summary(times) + ". "
                + times.buckets().stream()
                        .filter(bucket -> bucket.count() > 0)
                        .map(TimesCard::words)
                        .collect(Collectors.joining("; "));
    }

    private static String words(Bucket bucket) {
        return time((double) bucket.fromNs()) + " to " + time((double) bucket.toNs()) + ": "
                + FigureText.count(bucket.count()) + ", up to here " + percent(bucket.percentile());
    }

    /// Rounded down, so that 100 % is all.
    private static String percent(double percent) {
        return String.format(Locale.ROOT, "%.2f %%", Math.floor(percent * 100) / 100);
    }

    private static String time(double ns) {
        return Metric.Unit.TIME.text(ns).replaceFirst("\\.0+ ", " ");
    }
}
