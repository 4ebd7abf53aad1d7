package ai.backtestr.desktop.window;

import ai.backtestr.data.store.QualityReport.Kind;
import ai.backtestr.data.store.QualityReport.Place;
import ai.backtestr.data.store.QualityReport.Sum;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.DataQuality;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.render.table.RowText;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Where the data of the instrument chosen stands out, place by place, looked through anew while the part is to be
/// seen. A row selected is pointed at in the charts; Enter or a double click has the active chart show its place.
///
/// Threads: belongs to the FX thread; data is looked through in the background.
final class QualityPart extends BorderPane {
    private record Looking(QualityPart of) implements Tasks.Track {}

    private static final double KINDS_WIDTH = 480;
    private static final String HELP = "Only what is of this kind; Escape in the filter lists all";

    private final Workbench workbench;
    private final TablePane places;
    private final FlowPane kinds = new FlowPane();
    private final Label told = new Label();
    private final Button again = new Button("Look again");
    private final Tasks.Track lane = new Looking(this);
    private @Nullable StoredData shown;
    private @Nullable QualityRows rows;
    private @Nullable RowText selected;

    QualityPart(Workbench workbench) {
        this.workbench = workbench;
        setId("quality");
        places = new TablePane(workbench.tasks(), "quality-places", "Quality");
        places.table().setOnSelected(this::select);
        places.table().addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        places.table().addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        told.setId("quality-told");
        told.getStyleClass().add("note");
        told.setWrapText(true);
        again.setId("quality-again");
        again.setMinWidth(USE_PREF_SIZE);
        again.getStyleClass().addAll("small", "flat");
        again.setTooltip(new Tooltip("Looks through all that is stored of the instrument"));
        again.setOnAction(event -> open(shown));
        kinds.setId("quality-kinds");
        kinds.getStyleClass().add("quality-kinds");
        HBox.setHgrow(told, Priority.ALWAYS);
        told.setMaxWidth(Double.MAX_VALUE);
        kinds.setPrefWrapLength(KINDS_WIDTH);
        HBox line = new HBox(kinds, told, again);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("table-bar");
        setTop(line);
        setCenter(places);
        workbench.preferred().clock().subscribe(places::setClock);
        workbench.symbol().subscribe(this::look);
        workbench.replaying().subscribe(this::look);
        sceneProperty().subscribe(this::look);
    }

    private void look() {
        if (getScene() == null) {
            return;
        }
        StoredData now = workbench.replaying().get() ? null : workbench.symbol().get();
        if (now == null || !Objects.equals(now, shown)) {
            open(now);
        }
    }

    private void open(@Nullable StoredData data) {
        shown = data;
        rows = null;
        selected = null;
        workbench.tasks().cancel(lane);
        if (data == null) {
            tell(workbench.replaying().get() ? "Not during a replay." : "Choose an instrument to see how good it is.");
        } else {
            tell("Looking through all " + FigureText.count(data.count()) + " " + data.kind() + " of "
                    + data.instrument().symbol() + "…");
            workbench.tasks().start(lane, looking(data), found -> take(data, found));
        }
    }

    /// Shows no places, but says why.
    private void tell(String why) {
        told.setText(why);
        again.setVisible(false);
        kinds.getChildren().clear();
        places.showNothing("");
    }

    private BackgroundTask<DataQuality> looking(StoredData data) {
        BackgroundTask<DataQuality> task = workbench.workspace().quality(data);
        return new BackgroundTask<>(task.title(), control -> {
            control.reportFrom(task::progress);
            control.onCancel(task::cancel);
            try {
                return task.run();
            } catch (RuntimeException e) {
                workbench.tasks().later(() -> giveUp(data));
                throw e;
            }
        });
    }

    /// It failed, of which the bottom line tells, or was cancelled; what took its place stays.
    private void giveUp(StoredData data) {
        if (data.equals(shown) && rows == null) {
            tell(data.instrument().symbol() + " was not looked through to the end.");
            again.setVisible(true);
        }
    }

    private void take(StoredData data, DataQuality found) {
        if (!data.equals(shown)) {
            return;
        }
        QualityRows list = new QualityRows(found);
        rows = list;
        kinds.getChildren().clear();
        for (Kind kind : Kind.values()) {
            Sum sum = found.report().sum(kind);
            if (sum.rows() > 0) {
                String stretches =
                        sum.places() == sum.rows() ? "" : " in " + FigureText.count(sum.places()) + " places";
                add(kind.title(), FigureText.count(sum.rows()) + stretches);
            }
        }
        if (found.rejected() > 0) {
            add(QualityRows.REJECTED, FigureText.count(found.rejected()));
        }
        told.setText(summary(data, found) + list.leftOut());
        again.setVisible(true);
        places.show(list.list());
    }

    private static String summary(StoredData data, DataQuality found) {
        String outOfOrder = found.outOfOrder() == 0
                ? ""
                : " " + FigureText.count(found.outOfOrder()) + " rows were out of order and were sorted.";
        boolean isClean = found.rejected() == 0 && found.report().places().isEmpty();
        return (isClean ? "Nothing stands out in " : "Found in ")
                + FigureText.count(found.report().looked()) + " stored " + data.kind() + "." + outOfOrder;
    }

    private void add(String kind, String count) {
        Button button = new Button(kind + ": " + count);
        button.setId("quality-" + kind.replace(' ', '-'));
        button.getStyleClass().addAll("small", "flat");
        button.setTooltip(new Tooltip(HELP));
        button.setOnAction(event -> places.filter(kind));
        kinds.getChildren().add(button);
    }

    /// Rejected rows have no time.
    private void select(RowText row) {
        selected = row;
        if (row.timeNs() != Long.MAX_VALUE) {
            workbench.moments().rowSelected(row.timeNs());
        }
    }

    private void click(MouseEvent event) {
        if (event.getClickCount() == 2 && isInRow(event.getTarget())) {
            showSelected();
        }
    }

    private static boolean isInRow(Object target) {
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at instanceof TableRow<?> row) {
                return !row.isEmpty();
            }
        }
        return false;
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            showSelected();
            event.consume();
        }
    }

    private void showSelected() {
        RowText row = selected;
        Place place = rows == null || row == null
                ? null
                : rows.at(row.timeNs(), row.cells().getFirst());
        if (place != null && shown != null) {
            workbench.moments().show(new Moments.Place(shown, place.fromNs(), place.toNs()));
        }
    }

    /// Reads nothing more.
    void close() {
        workbench.tasks().cancel(lane);
        places.close();
    }
}
