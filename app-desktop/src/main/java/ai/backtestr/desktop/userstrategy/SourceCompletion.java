package ai.backtestr.desktop.userstrategy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.tools.JavaCompiler;
import org.jspecify.annotations.Nullable;

/// Finds what can stand at a place of a source, by having the compiler make sense of the source with a name put
/// there. Nothing of it is run. Any thread; each call has a compiler of its own.
final class SourceCompletion {
    /// Types are to be known although something is wrong with the source.
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-implicit:none", "-Xlint:none", "--should-stop=ifError=FLOW");

    private final JavaCompiler compiler;
    private final EngineSources sources;

    SourceCompletion(JavaCompiler compiler) {
        this.compiler = compiler;
        sources = new EngineSources(compiler);
    }

    /// Finds it.
    ///
    /// @param file where the source is going to lie
    /// @param caret where the word ends that is typed, counted from the beginning of the source
    Completion at(Path file, String text, int caret) {
        int from = SourceGap.wordStart(text, caret);
        SourceGap found = null;
        for (SourceGap gap : SourceGap.at(text, caret)) {
            Place place = parsed(file, gap);
            if (place != null && !place.inError) {
                return new Completion(from, offers(file, gap));
            }
            found = found == null && place != null ? gap : found;
        }
        return new Completion(from, found == null ? List.of() : offers(file, found));
    }

    private @Nullable Place parsed(Path file, SourceGap gap) {
        try (EngineClasses classes = classes()) {
            return place(task(file, gap, classes).parse());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Completion.Offer> offers(Path file, SourceGap gap) {
        try (EngineClasses classes = classes()) {
            JavacTask task = task(file, gap, classes);
            Iterable<? extends CompilationUnitTree> units = task.parse();
            task.analyze();
            Place place = place(units);
            Set<String> packages = classes.exported();
            return place == null ? List.of() : new NamesInReach(task, sources, packages).at(place.path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EngineClasses classes() throws IOException {
        return new EngineClasses(compiler.getStandardFileManager(problem -> {}, Locale.ROOT, StandardCharsets.UTF_8));
    }

    private JavacTask task(Path file, SourceGap gap, EngineClasses classes) {
        return (JavacTask) compiler.getTask(
                new StringWriter(),
                classes,
                problem -> {},
                OPTIONS,
                null,
                List.of(SourceCompiler.inMemory(new SourceFile(file, gap.text(), ""))));
    }

    private static @Nullable Place place(Iterable<? extends CompilationUnitTree> units) {
        for (CompilationUnitTree unit : units) {
            Finder finder = new Finder();
            finder.scan(unit, false);
            if (finder.found != null) {
                return finder.found;
            }
        }
        return null;
    }

    /// Where the name stands.
    ///
    /// @param inError whether the compiler could not tell what that part of the source is
    private record Place(TreePath path, boolean inError) {}

    private static final class Finder extends TreePathScanner<@Nullable Void, Boolean> {
        private @Nullable Place found;

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, Boolean inError) {
            return look(tree.getName(), inError);
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree tree, Boolean inError) {
            look(tree.getIdentifier(), inError);
            return super.visitMemberSelect(tree, inError);
        }

        @Override
        public @Nullable Void visitErroneous(ErroneousTree tree, Boolean inError) {
            for (Tree part : tree.getErrorTrees()) {
                scan(part, true);
            }
            return null;
        }

        private @Nullable Void look(Name name, boolean inError) {
            if (found == null && name.contentEquals(SourceGap.NAME)) {
                found = new Place(getCurrentPath(), inError);
            }
            return null;
        }
    }
}
