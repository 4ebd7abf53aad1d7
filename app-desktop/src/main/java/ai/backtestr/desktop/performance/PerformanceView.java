package ai.backtestr.desktop.performance;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.engine.monitor.Metric;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.monitor.Reading;
import ai.backtestr.engine.monitor.Target;
import ai.backtestr.engine.monitor.TimeBuckets;
import java.io.File;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Shows what the monitor measures, live beside its targets and as histograms, and records it to a file. It looks
/// only while it is part of a window; a recording goes on. FX thread only.
public final class PerformanceView extends ScrollPane {
    private static final String[] TITLES = {"Metric", "Median", "99 %", "Longest", "Times", "Target", "", "Last minute"
    };

    private final Monitor monitor;
    private final GridPane grid = new GridPane();
    private final Map<Metric, MetricRow> rows = new EnumMap<>(Metric.class);
    private final Map<Metric, TimesCard> cards = new EnumMap<>(Metric.class);
    private final FlowPane distributions = new FlowPane();
    private final ToggleButton record = new ToggleButton("Record to a file…");
    private final Label note = new Label("Nothing was measured yet.");
    private @Nullable MonitorRecording recording;
    private Monitor.@Nullable Watch watch;

    /// Shows `monitor`.
    public PerformanceView(Monitor monitor) {
        this.monitor = monitor;
        setId("performance-pane");
        getStyleClass().add("side-scroll");
        setFitToWidth(true);
        setContent(content());
        show(monitor.readings());
        showTimes(monitor.distributions());
        sceneProperty().subscribe(this::lookIfShown);
    }

    private void lookIfShown(@Nullable Scene shown) {
        if (watch != null) {
            watch.close();
            watch = null;
        }
        if (shown != null) {
            watch = monitor.onSecond(this::tell);
            show(monitor.readings());
            showTimes(monitor.distributions());
        }
    }

    /// Counts the buckets on the monitor's thread.
    private void tell(List<Reading> now) {
        List<TimeBuckets> times = monitor.distributions();
        Platform.runLater(() -> {
            if (watch != null) {
                show(now);
                showTimes(times);
            }
        });
    }

    private void showTimes(List<TimeBuckets> times) {
        for (TimeBuckets one : times) {
            cards.computeIfAbsent(one.metric(), this::card).show(one);
        }
        if (distributions.getChildren().size() != cards.size()) {
            distributions.getChildren().setAll(cards.values());
        }
        distributions.getParent().setVisible(!cards.isEmpty());
    }

    private TimesCard card(Metric metric) {
        Target target = monitor.targets().stream()
                .filter(one -> one.metric() == metric && !one.atLeast())
                .findFirst()
                .orElse(null);
        return new TimesCard(metric, target);
    }

    /// Ends the recording, if there is one.
    public void close() {
        lookIfShown(null);
        stopRecording();
    }

    private VBox content() {
        grid.getStyleClass().add("performance");
        for (int i = 0; i < TITLES.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i > 0 && i < 6 ? HPos.RIGHT : HPos.LEFT);
            grid.getColumnConstraints().add(column);
            Label title = new Label(TITLES[i]);
            title.getStyleClass().add("note");
            title.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(title, i, 0);
        }
        record.setId("performance-record");
        record.getStyleClass().add("small");
        record.setOnAction(event -> recordOrStop());
        note.getStyleClass().add("note");
        record.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(record, note);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("form-line");
        Label since = new Label("Times since the start in buckets of 1, 2, 5, 10 and so on; the line is the target.");
        since.getStyleClass().add("note");
        distributions.getStyleClass().add("times");
        distributions.setId("performance-times");
        VBox content = new VBox(grid, bar, new VBox(6, since, distributions));
        content.getStyleClass().addAll("form", "performance-content");
        return content;
    }

    private void show(List<Reading> now) {
        for (Reading reading : now) {
            rows.computeIfAbsent(reading.metric(), this::row).show(reading, monitor);
        }
        rows.forEach((metric, row) -> row.moveOn(now.stream().noneMatch(reading -> reading.metric() == metric)));
        if (recording == null && !rows.isEmpty()) {
            note.setText(
                    Metric.UPDATE.title() + " and stages are those of a few ticks in many; times hold the clock's.");
        }
    }

    private MetricRow row(Metric metric) {
        MetricRow row = new MetricRow(metric);
        grid.addRow(rows.size() + 1, row.cells());
        return row;
    }

    private void recordOrStop() {
        if (recording != null) {
            stopRecording();
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Record what is measured");
        chooser.setInitialFileName("performance.csv");
        File file = chooser.showSaveDialog(getScene().getWindow());
        try {
            recording = file == null ? null : MonitorRecording.to(file.toPath(), monitor);
            note.setText(file == null ? "" : "Recording to " + file);
        } catch (ProblemException e) {
            note.setText(e.getMessage());
        }
        record.setSelected(recording != null);
    }

    private void stopRecording() {
        MonitorRecording open = recording;
        recording = null;
        record.setSelected(false);
        if (open != null) {
            try {
                open.close();
                note.setText("Recorded to " + open.file());
            } catch (ProblemException e) {
                note.setText(e.getMessage());
            }
        }
    }
}
