package ai.backtestr.desktop.log;

import ai.backtestr.desktop.home.LogFile;
import ai.backtestr.desktop.home.LogLine;
import ai.backtestr.desktop.home.RecentLog;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The log of this session as it is written: levels, search, copy, clear, and the newest line kept in sight.
///
/// Threads: belongs to the FX thread; lines come from any.
public final class LogPane extends BorderPane implements AutoCloseable {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final LogFile log;
    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final FilteredList<LogLine> found = new FilteredList<>(lines);
    private final LogTable table = new LogTable(found);
    private final ChoiceBox<LogLine.Level> level =
            new ChoiceBox<>(FXCollections.observableArrayList(LogLine.Level.values()));
    private final TextField search = new TextField();
    private final ToggleButton follow = new ToggleButton("Follow");
    private final TextArea trace = new TextArea();
    private final SplitPane parts = new SplitPane(table);
    private final AtomicBoolean pending = new AtomicBoolean();
    private final Subscription following;
    private long next;

    /// @param onFolder shows where the log is
    public LogPane(LogFile log, Runnable onFolder) {
        this.log = log;
        setTop(bar(onFolder));
        setCenter(parts);
        parts.setOrientation(Orientation.VERTICAL);
        trace.setId("log-trace");
        trace.setEditable(false);
        trace.getStyleClass().add("explanation");
        trace.setAccessibleText("Stack of the line selected");
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        table.getSelectionModel().selectedItemProperty().subscribe(this::showTrace);
        following = level.valueProperty()
                .subscribe((before, now) -> filter())
                .and(search.textProperty().subscribe((before, now) -> filter()));
        filter();
        log.recent().onLine(this::wake);
        take();
    }

    private HBox bar(Runnable onFolder) {
        level.setId("log-level");
        level.setAccessibleText("Lines shown");
        level.setTooltip(new Tooltip("Which lines are shown. 'Everything' has the program's own steps logged too."));
        level.setConverter(new TitleConverter());
        level.setValue(LogLine.Level.INFO);
        search.setId("log-search");
        search.setPromptText("Search");
        search.setAccessibleText("Search in the log");
        HBox.setHgrow(search, Priority.ALWAYS);
        follow.setId("log-follow");
        follow.setSelected(true);
        follow.setTooltip(new Tooltip("Keeps the newest line in sight"));
        follow.selectedProperty().subscribe((before, now) -> scroll());
        Button copy = button("log-copy", "Copy", "Copies the lines selected, or all that are shown (Ctrl+C)");
        copy.setOnAction(event -> copy());
        Button clear = button("log-clear", "Clear", "Empties the list; the file keeps all of it");
        clear.setOnAction(event -> lines.clear());
        Button folder = button(
                "log-folder", "Open log folder", String.valueOf(log.path().getParent()));
        folder.setOnAction(event -> onFolder.run());
        HBox bar = new HBox(level, search, follow, copy, clear, folder);
        follow.getStyleClass().add("small");
        follow.setMinWidth(USE_PREF_SIZE);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("part-bar");
        return bar;
    }

    private static Button button(String id, String title, String help) {
        Button button = new Button(title);
        button.setId(id);
        button.getStyleClass().addAll("small", "flat");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(help));
        return button;
    }

    private void filter() {
        LogLine.Level least = level.getValue();
        String words = search.getText();
        log.setDetailed(least == LogLine.Level.DEBUG);
        found.setPredicate(line -> line.level().compareTo(least) <= 0 && line.matches(words));
        scroll();
    }

    /// However many lines come at once, the FX thread is woken once.
    private void wake() {
        if (pending.compareAndSet(false, true)) {
            Platform.runLater(this::take);
        }
    }

    private void take() {
        pending.set(false);
        List<LogLine> fresh = log.recent().from(next);
        if (!fresh.isEmpty()) {
            next = fresh.getLast().number() + 1;
            lines.addAll(fresh);
            if (lines.size() > RecentLog.MOST) {
                lines.remove(0, lines.size() - RecentLog.MOST);
            }
            scroll();
        }
    }

    private void scroll() {
        if (follow.isSelected() && !found.isEmpty()) {
            table.scrollTo(found.size() - 1);
        }
    }

    private void pressed(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
        }
    }

    private void copy() {
        List<LogLine> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
        List<LogLine> taken = chosen.isEmpty() ? List.copyOf(found) : chosen;
        ClipboardContent content = new ClipboardContent();
        content.put(DataFormat.PLAIN_TEXT, taken.stream().map(LogLine::text).collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void showTrace(@Nullable LogLine line) {
        String text = line == null || line.trace().isEmpty() ? "" : line.message() + "\n" + line.trace();
        trace.setText(text);
        if (text.isEmpty()) {
            parts.getItems().remove(trace);
        } else if (!parts.getItems().contains(trace)) {
            parts.getItems().add(trace);
        }
    }

    /// Hears of nothing new.
    @Override
    public void close() {
        following.unsubscribe();
        log.recent().onLine(() -> {});
        log.setDetailed(false);
    }

    private static final class TitleConverter extends StringConverter<LogLine.Level> {
        @Override
        public String toString(LogLine.@Nullable Level level) {
            return level == null ? "" : level.title();
        }

        @Override
        public LogLine.Level fromString(String title) {
            throw new UnsupportedOperationException("levels are not typed");
        }
    }
}
