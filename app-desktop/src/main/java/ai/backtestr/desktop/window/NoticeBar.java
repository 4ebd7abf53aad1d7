package ai.backtestr.desktop.window;

import ai.backtestr.desktop.window.Notices.Choice;
import ai.backtestr.desktop.window.Notices.Notice;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Notices, one a row with its answers; takes no room where there are none. The window can be used meanwhile. FX
/// thread only.
final class NoticeBar extends VBox {
    private final Notices notices;

    NoticeBar(Notices notices) {
        this.notices = notices;
        setId("notices");
        getStyleClass().add("notices");
        notices.all().addListener((ListChangeListener<Notice>) change -> show());
        show();
    }

    private void show() {
        getChildren().setAll(notices.all().stream().map(this::row).toList());
        boolean isEmpty = getChildren().isEmpty();
        setVisible(!isEmpty);
        setManaged(!isEmpty);
    }

    private Node row(Notice notice) {
        Label text = new Label(notice.text());
        text.setWrapText(true);
        text.setMinSize(0, USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(text);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("notice-row");
        for (Choice choice : notice.choices()) {
            row.getChildren().add(button(choice.title(), notice, () -> notices.answer(notice, choice)));
        }
        row.getChildren().add(button("Close", notice, () -> notices.close(notice)));
        row.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                notices.close(notice);
            }
        });
        return row;
    }

    private static Button button(String title, Notice notice, Runnable work) {
        Button button = new Button(title);
        button.getStyleClass().addAll("small", "flat");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(title + ": " + notice.text());
        button.setOnAction(event -> work.run());
        return button;
    }
}
