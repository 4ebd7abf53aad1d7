package ai.backtestr.desktop.layout;

import ai.backtestr.desktop.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All workspaces of the user and which of them is shown. Immutable; names are told apart whatever their case.
///
/// @param version of the file's form; always [#VERSION]
/// @param current the name of the one shown
/// @param all at least one, no two of the same name
public record Workspaces(int version, String current, List<WorkspaceLayout> all) {
    /// The form of file that this program writes and reads.
    public static final int VERSION = 1;

    public Workspaces {
        if (version != VERSION) {
            throw new IllegalArgumentException("version " + version + " is not " + VERSION);
        }
        all = List.copyOf(all);
        String name = current;
        if (all.stream().noneMatch(layout -> layout.name().equalsIgnoreCase(name))) {
            throw new IllegalArgumentException("there is no workspace '" + current + "'");
        }
        if (all.stream()
                        .map(layout -> layout.name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                != all.size()) {
            throw new IllegalArgumentException("two workspaces have the same name");
        }
    }

    /// One workspace alone.
    public Workspaces(WorkspaceLayout only) {
        this(VERSION, only.name(), List.of(only));
    }

    /// Returns the one shown.
    public WorkspaceLayout shown() {
        return named(current).orElseThrow();
    }

    /// Returns the one of that name.
    public Optional<WorkspaceLayout> named(String name) {
        return all.stream()
                .filter(layout -> layout.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /// Returns these with the one shown as it is now.
    public Workspaces withShown(WorkspaceLayout now) {
        List<WorkspaceLayout> layouts = new ArrayList<>(all);
        layouts.replaceAll(layout -> layout.name().equalsIgnoreCase(current) ? now.named(layout.name()) : layout);
        return new Workspaces(VERSION, current, layouts);
    }

    /// Returns these with one more, which is shown from now on.
    ///
    /// @throws ProblemException if the name is taken or blank
    public Workspaces withNew(WorkspaceLayout added) {
        requireFree(added.name());
        List<WorkspaceLayout> layouts = new ArrayList<>(all);
        layouts.add(added);
        return new Workspaces(VERSION, added.name(), layouts);
    }

    /// Returns these with another one shown.
    public Workspaces showing(String name) {
        return named(name)
                .map(layout -> new Workspaces(VERSION, layout.name(), all))
                .orElse(this);
    }

    /// Returns these with the one shown called otherwise.
    ///
    /// @throws ProblemException if the name is taken or blank
    public Workspaces renamed(String name) {
        if (!name.equalsIgnoreCase(current)) {
            requireFree(name);
        }
        List<WorkspaceLayout> layouts = new ArrayList<>(all);
        layouts.replaceAll(layout -> layout.name().equalsIgnoreCase(current) ? layout.named(name) : layout);
        return new Workspaces(VERSION, name, layouts);
    }

    /// Returns these without the one shown; the first of the others is shown.
    ///
    /// @throws ProblemException if it is the only one
    public Workspaces withoutShown() {
        if (all.size() == 1) {
            throw new ProblemException("'" + current + "' is the only workspace; save another one first");
        }
        List<WorkspaceLayout> left = all.stream()
                .filter(layout -> !layout.name().equalsIgnoreCase(current))
                .toList();
        return new Workspaces(VERSION, left.getFirst().name(), left);
    }

    /// Returns a name that none of them has: that of the one shown with a number.
    public String freeName() {
        int number = 2;
        while (named(current + " " + number).isPresent()) {
            number++;
        }
        return current + " " + number;
    }

    private void requireFree(String name) {
        if (name.isBlank()) {
            throw new ProblemException("a workspace needs a name");
        }
        if (named(name).isPresent()) {
            throw new ProblemException("there is a workspace '" + name + "' already; take another name");
        }
    }
}
