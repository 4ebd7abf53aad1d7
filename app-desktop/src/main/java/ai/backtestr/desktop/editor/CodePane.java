package ai.backtestr.desktop.editor;

import ai.backtestr.desktop.action.LocalKey;
import ai.backtestr.desktop.userstrategy.OwnStrategy;
import ai.backtestr.desktop.userstrategy.StrategyLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import jfx.incubator.scene.control.richtext.TextPos;
import org.jspecify.annotations.Nullable;

/// Where strategies are written: the list of them, the source of one, what is wrong with it. Several can be open
/// with changes that are not saved; choosing another loses none.
///
/// Threads: belongs to the FX thread.
public final class CodePane extends BorderPane {
    private static final Duration CHECK_AFTER = Duration.millis(600);
    private static final double SHARE_OF_PROBLEMS = 0.4;
    private static final List<String> SAMPLE = List.of(
            "/** All kinds of words. */",
            "@Deprecated class Sample {",
            "    int a = 1; // one",
            "    String s = \"s\";");
    private static final int[] SAMPLE_LINES = {1, 2, 3, 4, 8, 16, 24, 32}; // more as more of it is compiled

    private final EditorHost host;
    private final OpenSources sources;
    private final SourceList list;
    private final CodeView code = new CodeView();
    private final FindBar find = new FindBar(code);
    private final NameOffers names;
    private final ProblemList problems;
    private final Label title = new Label();
    private final Label caret = new Label();
    private final Label outside = new Label();
    private final HBox outsideBar;
    private final PauseTransition typing = new PauseTransition(CHECK_AFTER);
    private final ObjectProperty<@Nullable CodeDocument> shown = new SimpleObjectProperty<>();
    private final BooleanBinding canSave;
    private Subscription following = () -> {};
    private String toOpen = "";

    /// Makes the pane of a folder of strategies.
    public CodePane(StrategyLibrary library, EditorHost host) {
        this.host = host;
        sources = new OpenSources(library, host);
        names = new NameOffers(code, sources);
        list = new SourceList(sources::isModified, item -> sources.open(item, this::show));
        problems = new ProblemList(problem -> code.goTo(problem.line(), problem.column()));
        canSave = Bindings.createBooleanBinding(
                () -> shown.get() != null && shown.get().file() != null, shown);
        setId("code-pane");
        getStyleClass().add("code-pane");
        getStylesheets().add(stylesheet());
        outsideBar = outsideBar();
        BorderPane source = new BorderPane(code);
        source.setTop(new VBox(bar(), outsideBar, find));
        source.setBottom(problems);
        source.getChildren().add(code.colours());
        source.heightProperty().subscribe(height -> problems.setRoom(height.doubleValue() * SHARE_OF_PROBLEMS));
        SplitPane split = new SplitPane(list, source);
        split.setDividerPositions(0.16);
        SplitPane.setResizableWithParent(list, false);
        setCenter(split);
        code.caretPositionProperty()
                .subscribe(at -> caret.setText(at == null ? "" : at.index() + 1 + ":" + (at.offset() + 1)));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setMinSize(0, 0); // it takes no room from the chart
    }

    /// Hands out pieces of work that take a source through being shown, edited and found faulty, in a view of their
    /// own; each is short by itself and leaves the next with less to do.
    ///
    /// @param layout styles and lays out what it is given
    /// @param slices takes the pieces, to be done in their order
    public static void rehearsal(Consumer<Parent> layout, Consumer<Runnable> slices) {
        AtomicReference<@Nullable CodeView> made = new AtomicReference<>();
        slices.accept(() -> made.set(new CodeView()));
        slices.accept(() -> rehearse(made, layout, view -> view.getStylesheets().add(stylesheet())));
        for (int lines : SAMPLE_LINES) {
            String text = Stream.generate(() -> SAMPLE)
                    .flatMap(List::stream)
                    .limit(lines)
                    .collect(Collectors.joining("\n"));
            slices.accept(() -> rehearse(
                    made, layout, view -> view.show(new CodeDocument("Sample", Path.of("Sample.java"), text))));
        }
        slices.accept(() -> rehearse(made, layout, view -> view.replaceText(TextPos.ZERO, TextPos.ZERO, "x")));
    }

    private static void rehearse(
            AtomicReference<@Nullable CodeView> made, Consumer<Parent> layout, Consumer<CodeView> step) {
        CodeView view = Objects.requireNonNull(made.get());
        Parent parent = view.getParent();
        step.accept(view);
        layout.accept(parent == null ? new StackPane(view, view.colours()) : parent);
    }

    private static String stylesheet() {
        return Objects.requireNonNull(CodePane.class.getResource("editor.css")).toExternalForm();
    }

    private HBox bar() {
        title.setId("code-title");
        title.setMinWidth(0);
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        caret.getStyleClass().add("note");
        caret.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button save = button("code-save", "Save", "Saves, compiles and runs (Ctrl+S)", this::save);
        save.disableProperty().bind(canSave.not());
        HBox bar = new HBox(
                save,
                button("code-undo", "Undo", "Ctrl+Z", code::undo),
                button("code-redo", "Redo", "Ctrl+Shift+Z, Ctrl+Y", code::redo),
                button("code-find-open", "Find…", "Ctrl+F", find::open),
                title,
                space,
                caret,
                button("code-new", "New strategy…", "Writes a source to begin with", host::create));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("code-bar");
        return bar;
    }

    private HBox outsideBar() {
        outside.setId("code-outside");
        outside.setMinWidth(0);
        HBox bar = new HBox(
                outside,
                button(
                        "code-take",
                        "Show the one on file",
                        "What was typed can be had back with Undo",
                        () -> ifShown(sources::takeFromFile)),
                button(
                        "code-keep",
                        "Keep mine",
                        "Saving it replaces the one on file",
                        () -> ifShown(document -> document.outside().set(""))));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("code-bar", "code-outside");
        bar.visibleProperty().bind(outside.textProperty().isNotEmpty());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private static Button button(String id, String text, String help, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll("small", "flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(help));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void ifShown(Consumer<CodeDocument> work) {
        CodeDocument document = shown.get();
        if (document != null) {
            work.accept(document);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F && event.isShortcutDown() && !event.isShiftDown()) {
            find.open();
            event.consume();
        } else if (event.getCode() == KeyCode.F3) {
            find.step(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    /// Returns the keys it takes while it has the focus.
    public static List<LocalKey> keys() {
        return Stream.of(
                        List.of(
                                LocalKey.of("code", "Shortcut+F", "find and replace"),
                                LocalKey.of("code", "F3", "the next place found"),
                                LocalKey.of("code", "Shift+F3", "the place found before")),
                        NameOffers.KEYS,
                        CodeView.KEYS)
                .flatMap(List::stream)
                .toList();
    }

    private void show(CodeDocument document) {
        following.unsubscribe();
        typing.stop();
        shown.set(document);
        code.show(document);
        find.show(document);
        names.show(document);
        document.onEdited(() -> {
            typing.playFromStart();
            find.edited();
        });
        typing.setOnFinished(event -> sources.check(document));
        following = Subscription.combine(
                document.problems().subscribe(problems::show),
                document.modified().subscribe(modified -> {
                    title.setText(title(document, modified));
                    list.refresh();
                }),
                document.outside().subscribe(outside::setText));
    }

    private static String title(CodeDocument document, boolean modified) {
        return document.file() == null
                ? document.name() + " comes with the product and is for reading"
                : document.file() + (modified ? "  ● not saved" : "");
    }

    /// Lists the strategies there are on file.
    public void show(List<OwnStrategy> own) {
        list.show(own);
        sources.onFile(own);
        open(toOpen);
    }

    /// Opens the source of a strategy, now or as soon as it is listed.
    public void open(String strategy) {
        toOpen = strategy;
        if (list.getItems().stream().anyMatch(item -> item.name().equals(strategy))) {
            toOpen = "";
            list.select(strategy);
        }
    }

    /// Takes in that the window has other colours.
    public void themeChanged() {
        Platform.runLater(() -> ifShown(document -> document.decorator().repaint()));
    }

    /// Saves what is shown.
    public void save() {
        ifShown(sources::save);
    }

    /// Saves everything there is to save.
    public void saveAll() {
        sources.modified().forEach(sources::save);
    }

    /// Returns the names of what has something to save.
    public List<String> unsaved() {
        return sources.modified().stream().map(CodeDocument::name).toList();
    }

    /// Whether there is a source shown that can be saved.
    public BooleanBinding canSave() {
        return canSave;
    }

    CodeView code() {
        return code;
    }
}
