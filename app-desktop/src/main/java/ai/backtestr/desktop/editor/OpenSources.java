package ai.backtestr.desktop.editor;

import ai.backtestr.desktop.output.PlacedFile;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.userstrategy.Completion;
import ai.backtestr.desktop.userstrategy.OwnStrategy;
import ai.backtestr.desktop.userstrategy.SourceProblem;
import ai.backtestr.desktop.userstrategy.StrategyLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The sources that are open, what is saved of them, and what the compiler says to them.
///
/// Threads: belongs to the FX thread; files are read, written and compiled elsewhere.
final class OpenSources {
    private final StrategyLibrary library;
    private final EditorHost host;
    private final Map<String, CodeDocument> documents = new LinkedHashMap<>();

    OpenSources(StrategyLibrary library, EditorHost host) {
        this.library = library;
        this.host = host;
    }

    /// Opens a source, unless it is open, and hands it over.
    void open(SourceItem item, Consumer<CodeDocument> onOpened) {
        CodeDocument known = documents.get(item.name());
        if (known != null) {
            onOpened.accept(known);
            return;
        }
        host.start(new BackgroundTask<>("Opening " + item.title(), control -> text(item)), text -> {
            CodeDocument opened =
                    documents.computeIfAbsent(item.name(), name -> new CodeDocument(name, item.file(), text));
            check(opened);
            onOpened.accept(opened);
        });
    }

    private static String text(SourceItem item) {
        Path file = item.file();
        if (file == null) {
            return BuiltInSource.of(item.name());
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw ProblemException.of(file + " cannot be read", e);
        }
    }

    /// Writes a source to its file; what was not changed is not written, or it might be laid over what another
    /// program has just written there.
    void save(CodeDocument document) {
        Path file = document.file();
        if (file == null) {
            return;
        }
        if (!document.modified().get() && document.outside().get().isEmpty()) {
            host.saved(document.name());
            return;
        }
        String text = document.text();
        BackgroundTask<Path> writing = new BackgroundTask<>("Saving " + file.getFileName(), control -> {
            PlacedFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            return file;
        });
        host.start(writing, written -> {
            document.savedAs(text);
            host.tell("Saved " + written);
            host.saved(document.name());
        });
    }

    /// Has the compiler look at what is typed.
    void check(CodeDocument document) {
        Path file = document.file();
        if (file != null) {
            String text = document.text();
            BackgroundTask<List<SourceProblem>> checking =
                    new BackgroundTask<>("Checking " + file.getFileName(), control -> library.check(file, text));
            host.start(checking, problems -> {
                if (document.text().equals(text)) {
                    document.problems().set(problems);
                }
            });
        }
    }

    /// Looks for what can stand at a place of a source, which is one of the user's own.
    ///
    /// @param caret where the word ends that is typed, counted from the beginning of the source
    void complete(CodeDocument document, int caret, Consumer<Completion> onFound) {
        Path file = document.file();
        if (file != null) {
            String text = document.text();
            host.start(
                    new BackgroundTask<>("Looking for names", control -> library.complete(file, text, caret)), onFound);
        }
    }

    /// Takes in what the strategies on file are now: what became of those that are open, and what is wrong with
    /// them beyond what the compiler says.
    void onFile(List<OwnStrategy> own) {
        for (CodeDocument document : documents.values()) {
            Path file = document.file();
            if (file != null) {
                Optional<OwnStrategy> found =
                        own.stream().filter(one -> one.file().equals(file)).findFirst();
                host.start(
                        new BackgroundTask<>("Reading " + file.getFileName(), control -> read(file)),
                        text -> text.ifPresentOrElse(there -> found(document, there, found), document::foundGone));
            }
        }
    }

    private void found(CodeDocument document, String text, Optional<OwnStrategy> own) {
        if (document.foundOnFile(text)) {
            host.tell(document.name() + " was changed by another program and is shown as it is now.");
            check(document);
        }
        if (!document.modified().get()) {
            own.map(OwnStrategy::problems)
                    .filter(problems -> !problems.isEmpty())
                    .ifPresent(document.problems()::set);
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw ProblemException.of(file + " cannot be read", e);
        }
    }

    /// Reads what is on file in place of what was typed; that can be undone.
    void takeFromFile(CodeDocument document) {
        Path file = document.file();
        if (file != null) {
            host.start(
                    new BackgroundTask<>("Reading " + file.getFileName(), control -> read(file)),
                    text -> text.ifPresent(there -> {
                        document.take(there);
                        check(document);
                    }));
        }
    }

    /// Returns those with something to save.
    List<CodeDocument> modified() {
        return documents.values().stream()
                .filter(document -> document.modified().get())
                .toList();
    }

    /// Returns whether one is open and has something to save.
    boolean isModified(String name) {
        CodeDocument document = documents.get(name);
        return document != null && document.modified().get();
    }
}
