package ai.backtestr.desktop.window;

import ai.backtestr.data.store.RunArchive;
import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.honesty.KeptReports;
import ai.backtestr.desktop.output.PlacedFile;
import ai.backtestr.desktop.runs.RunComparison;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.runs.RunListing;
import ai.backtestr.desktop.runs.RunManifest;
import ai.backtestr.desktop.runs.RunsAgain;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.util.Subscription;

/// The runs that are kept, as far as they match what is searched for, and what can be done with them. FX thread
/// only; the store is asked elsewhere.
final class KeptRuns {
    private static final Tasks.Track COMPARED = new Tasks.Track() {};
    private static final Tasks.Track READ = new Tasks.Track() {};

    private final Workspace workspace;
    private final RunHistory history;
    private final Tasks tasks;
    private final ObservableList<StoredRun> all = FXCollections.observableArrayList();
    private final FilteredList<StoredRun> found = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty("");
    private final Deque<List<StoredRun>> removed = new ArrayDeque<>();
    private int followers;
    private Consumer<List<StoredRun>> onRemoved = runs -> {};
    private final BooleanProperty undoable = new SimpleBooleanProperty();

    KeptRuns(Workspace workspace, RunHistory history, Tasks tasks) {
        this.workspace = workspace;
        this.history = history;
        this.tasks = tasks;
        search.subscribe(text -> found.setPredicate(run -> matches(run, text)));
    }

    /// Tells whether every word is part of the symbol, the strategy, a parameter, a tag or the note.
    static boolean matches(StoredRun run, String text) {
        String told = String.join(
                        " ",
                        "#" + run.id(),
                        run.run().symbol(),
                        run.run().strategy(),
                        run.run().parameters().toString(),
                        String.join(" ", run.tags()),
                        run.note())
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(told::contains);
    }

    /// Those that match, the latest first.
    ObservableList<StoredRun> found() {
        return found;
    }

    /// Words to find runs by.
    StringProperty search() {
        return search;
    }

    /// Whether there is a removal to undo.
    BooleanProperty undoable() {
        return undoable;
    }

    /// Reads what is kept, now and whenever that changes, until the subscription ends.
    Subscription follow() {
        followers++;
        Runnable end = history.archive()
                .onChange(() -> tasks.later(() -> {
                    if (followers > 0) {
                        read();
                    }
                }));
        reload();
        return () -> {
            followers--;
            end.run();
        };
    }

    /// Reads what is kept.
    void reload() {
        change("Reading kept runs", () -> "");
    }

    /// Reads the latest that are kept, whatever is searched for.
    void latest(int most, Consumer<List<StoredRun>> onRead) {
        BackgroundTask<List<StoredRun>> reading = new BackgroundTask<>(
                "Reading kept runs",
                control ->
                        history.archive().list(null, null).stream().limit(most).toList());
        tasks.startBeside(reading, onRead);
    }

    /// Sets who hears of runs that were removed.
    void onRemoved(Consumer<List<StoredRun>> listener) {
        onRemoved = listener;
    }

    /// Removes runs, until [#undo()].
    void remove(List<StoredRun> runs) {
        removed.push(List.copyOf(runs));
        onRemoved.accept(List.copyOf(runs));
        undoable.set(true);
        change("Deleting runs", () -> {
            runs.forEach(run -> history.archive().remove(run.id()));
            return runs.size() == 1
                    ? "Run " + runs.getFirst().id() + " is deleted."
                    : runs.size() + " runs are deleted.";
        });
    }

    /// Brings back what was removed last.
    void undo() {
        if (!removed.isEmpty()) {
            bringBack(removed.getFirst());
        }
    }

    /// Brings back what was removed together, unless it is back already.
    void bringBack(List<StoredRun> back) {
        if (removed.remove(back)) {
            undoable.set(!removed.isEmpty());
            change("Bringing back runs", () -> {
                back.forEach(history.archive()::restore);
                return back.size() == 1 ? "Run " + back.getFirst().id() + " is back." : back.size() + " runs are back.";
            });
        }
    }

    /// Sets the tags of a run, given as words.
    void tag(StoredRun run, String words) {
        List<String> tags = Arrays.stream(words.strip().split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        change("Tagging a run", () -> {
            RunArchive archive = history.archive();
            archive.find(run.id()).ifPresent(kept -> archive.describe(kept.id(), tags, kept.note()));
            return "";
        });
    }

    /// Sets the note of runs; an empty one removes it. Their tags stay.
    void note(List<StoredRun> runs, String words) {
        String note = words.strip();
        change(runs.size() == 1 ? "Noting a run" : "Noting runs", () -> {
            RunArchive archive = history.archive();
            runs.forEach(
                    run -> archive.find(run.id()).ifPresent(kept -> archive.describe(kept.id(), kept.tags(), note)));
            return "";
        });
    }

    /// Lays two runs side by side.
    static RunComparison compare(StoredRun left, StoredRun right) {
        return RunComparison.of(RunHistory.manifest(left), RunHistory.manifest(right));
    }

    /// Reads how runs were made, to be compared; a comparison asked for before is cancelled.
    void manifests(List<StoredRun> chosen, Consumer<List<RunManifest>> onRead) {
        tasks.cancel(COMPARED);
        tasks.start(
                READ,
                new BackgroundTask<>(
                        "Reading kept runs",
                        control -> chosen.stream().map(RunHistory::manifest).toList()),
                onRead);
    }

    /// Makes runs again; those asked for before are cancelled.
    void again(List<String> names, List<RunManifest> manifests, Consumer<List<RunsAgain.Again>> onDone) {
        tasks.start(COMPARED, history.again(names, manifests), onDone);
    }

    /// Writes a report on each run, with tables and manifest, to a folder of its own in `folder`.
    void export(List<StoredRun> runs, Path folder) {
        tasks.startBeside(
                KeptReports.making(workspace, runs, folder), written -> tasks.tell(exported(written, folder)));
    }

    private static String exported(List<KeptReports.Written> written, Path folder) {
        String told = written.size() == 1
                ? "Run " + written.getFirst().run().id() + " is exported to "
                        + written.getFirst().folder()
                : written.size() + " runs are exported to " + folder;
        String changed = written.stream()
                .filter(run -> !run.isSame())
                .map(run -> Integer.toString(run.run().id()))
                .collect(Collectors.joining(", "));
        return changed.isEmpty()
                ? told + "."
                : told + "; another result now than was kept: run " + changed + ", see Run again.";
    }

    /// Writes runs to a file: as JSON with all that decided them where its name ends so, else as CSV.
    void list(List<StoredRun> runs, Path file) {
        boolean isJson = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        BackgroundTask<Integer> writing = new BackgroundTask<>("Writing " + file, control -> {
            String text = isJson ? RunListing.json(runs) + "\n" : RunListing.csv(runs);
            PlacedFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            return runs.size();
        });
        tasks.startBeside(
                writing, count -> tasks.tell((count == 1 ? "1 run is in " : count + " runs are in ") + file + "."));
    }

    /// Tells the user something.
    void tell(String text) {
        tasks.tell(text);
    }

    private void change(String title, Supplier<String> work) {
        BackgroundTask<String> changing = new BackgroundTask<>(title, control -> work.get());
        tasks.startBeside(changing, told -> {
            if (!told.isEmpty()) {
                tasks.tell(told);
            }
            read();
        });
    }

    private void read() {
        tasks.start(
                Tasks.Lane.HISTORY,
                new BackgroundTask<>(
                        "Reading kept runs", control -> history.archive().list(null, null)),
                this::take);
    }

    /// What is selected stays so while runs are added.
    private void take(List<StoredRun> runs) {
        int added = runs.size() - all.size();
        if (added >= 0 && runs.subList(added, runs.size()).equals(all)) {
            all.addAll(0, runs.subList(0, added));
        } else {
            all.setAll(runs);
        }
    }
}
