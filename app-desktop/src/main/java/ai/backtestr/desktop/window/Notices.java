package ai.backtestr.desktop.window;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the user is told beside the work, and may answer, later or not at all. FX thread only.
final class Notices {
    /// How many wait at most; the oldest goes.
    private static final int MOST = 4;

    /// One answer.
    ///
    /// @param title what the button says
    /// @param work what comes of it
    record Choice(String title, Runnable work) {}

    /// What is told.
    ///
    /// @param subject what it is about; a later notice on the same takes its place
    /// @param text what is told
    /// @param choices the answers there are, beside closing it
    record Notice(String subject, String text, List<Choice> choices) {
        Notice {
            choices = List.copyOf(choices);
        }
    }

    private final ObservableList<Notice> all = FXCollections.observableArrayList();

    /// Tells it.
    void add(Notice notice) {
        all.removeIf(other -> other.subject().equals(notice.subject()));
        if (all.size() == MOST) {
            all.removeFirst();
        }
        all.add(notice);
    }

    /// Takes an answer; the notice goes.
    void answer(Notice notice, Choice choice) {
        all.remove(notice);
        choice.work().run();
    }

    void close(Notice notice) {
        all.remove(notice);
    }

    /// What has not been answered or closed, the oldest first.
    ObservableList<Notice> all() {
        return all;
    }
}
