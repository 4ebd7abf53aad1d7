package ai.backtestr.desktop.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The guide: its pages, searched by words, and one of them to read. FX thread only.
public final class HelpPane extends BorderPane {
    private static final KeyCombination BACK = new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);
    private static final double LIST_WIDTH = 190;

    private final Consumer<String> onOutside;
    private final ListView<GuidePages.Page> list = new ListView<>();
    private final ScrollPane scroll = new ScrollPane();
    private final Button back = new Button("Back");
    private final Deque<String> before = new ArrayDeque<>();
    private @Nullable PageNodes nodes;
    private String shown = "";
    private String at = "";
    private boolean selecting;

    /// @param onOutside hears of links that lead out of the guide
    public HelpPane(Consumer<String> onOutside) {
        this.onOutside = onOutside;
        setId("help");
        list.setId("help-pages");
        list.setAccessibleText("Pages of the guide");
        list.setPlaceholder(new Label("No page has these words."));
        list.getItems().setAll(GuidePages.all());
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        scroll.setId("help-scroll");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("Page");
        SplitPane parts = new SplitPane(new VBox(list), scroll);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setPrefWidth(LIST_WIDTH);
        SplitPane.setResizableWithParent(parts.getItems().getFirst(), false);
        parts.setDividerPositions(0.2);
        setTop(bar());
        setCenter(parts);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (BACK.match(event)) {
                back();
                event.consume();
            }
        });
        show(GuidePages.FIRST);
    }

    private HBox bar() {
        TextField search = new TextField();
        search.setId("help-search");
        search.setPromptText("Search the guide");
        search.setAccessibleText("Search the guide");
        HBox.setHgrow(search, Priority.ALWAYS);
        search.textProperty().subscribe((old, words) -> find(words));
        back.setId("help-back");
        back.getStyleClass().addAll("small", "flat");
        back.setMinWidth(USE_PREF_SIZE);
        back.setDisable(true);
        back.setOnAction(event -> back());
        HBox bar = new HBox(back, search);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("part-bar");
        return bar;
    }

    private void find(String words) {
        selecting = true;
        list.getItems().setAll(words.isBlank() ? GuidePages.all() : GuidePages.find(words));
        selecting = false;
        mark();
    }

    private void chosen(GuidePages.@Nullable Page page) {
        if (page != null && !selecting) {
            show(page.path());
        }
    }

    /// Shows a page.
    ///
    /// @param link where it lies, such as `guide/window.md`; what follows `#` names a heading, or an item of a list
    ///     that begins with its name in bold letters
    public void show(String link) {
        String[] parts = link.split("#", 2);
        String path = parts[0].isEmpty() ? shown : parts[0];
        if (!path.equals(shown)) {
            Optional<String> text = GuidePages.text(path);
            if (text.isEmpty()) {
                onOutside.accept(link);
                return;
            }
            if (!shown.isEmpty()) {
                before.push(shown);
            }
            open(path, text.get());
        }
        if (parts.length > 1) {
            Platform.runLater(() -> scrollTo(parts[1]));
        }
    }

    private void open(String path, String text) {
        shown = path;
        at = "";
        PageNodes page = new PageNodes(path, path.endsWith(".md") ? text : asCode(path, text), this::follow);
        nodes = page;
        scroll.setContent(page.content());
        scroll.setVvalue(0);
        back.setDisable(before.isEmpty());
        mark();
    }

    /// What is no page itself is shown as it is.
    private static String asCode(String path, String text) {
        return "# " + path.substring(path.lastIndexOf('/') + 1) + "\n\n```\n" + text + "\n```\n";
    }

    private void mark() {
        selecting = true;
        list.getItems().stream()
                .filter(page -> page.path().equals(shown))
                .findFirst()
                .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
        selecting = false;
    }

    private void follow(String link) {
        if (link.contains("://")) {
            onOutside.accept(link);
            return;
        }
        String[] parts = link.split("#", 2);
        show(GuidePages.resolve(shown, parts[0]) + (parts.length > 1 ? "#" + parts[1] : ""));
    }

    private void scrollTo(String anchor) {
        Node heading = nodes == null ? null : nodes.anchors().get(anchor);
        if (heading != null) {
            VBox content = Objects.requireNonNull(nodes).content();
            content.applyCss();
            content.layout();
            double room = content.getHeight() - scroll.getViewportBounds().getHeight();
            double top = content.sceneToLocal(heading.localToScene(heading.getBoundsInLocal()))
                    .getMinY();
            scroll.setVvalue(room <= 0 ? 0 : Math.clamp(top / room, 0, 1));
            at = anchor;
        }
    }

    private void back() {
        if (!before.isEmpty()) {
            String path = before.pop();
            open(path, GuidePages.text(path).orElse(""));
        }
    }

    /// Returns the heading, or the item of a list, that the page was opened at, by the name that links have for it;
    /// empty for its beginning.
    public String at() {
        return at;
    }

    /// Returns the page that is shown, such as `guide/window.md`.
    public String shown() {
        return shown;
    }
}
