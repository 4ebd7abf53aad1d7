package ai.backtestr.desktop.userstrategy;

import ai.backtestr.desktop.userstrategy.Completion.Kind;
import ai.backtestr.desktop.userstrategy.Completion.Offer;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/// The names that the compiler knows at a place of a source that it has made sense of. For one thread.
final class NamesInReach {
    private static final List<String> OFTEN_USED = List.of("java.math", "java.time", "java.util");

    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final EngineSources sources;
    private final Set<String> packages;
    private final Map<String, Offer> offers = new LinkedHashMap<>();

    /// @param task what has analysed the source
    /// @param packages those of the engine whose types can be imported
    NamesInReach(JavacTask task, EngineSources sources, Set<String> packages) {
        trees = Trees.instance(task);
        elements = task.getElements();
        types = task.getTypes();
        this.sources = sources;
        this.packages = packages;
    }

    /// Returns what can stand in the place of a name.
    ///
    /// @param place the name, or the part behind the dot
    List<Offer> at(TreePath place) {
        Scope scope = trees.getScope(place);
        if (place.getLeaf() instanceof MemberSelectTree select) {
            members(new TreePath(place, select.getExpression()), scope);
        } else {
            boolean typesOnly = isType(place);
            if (!typesOnly) {
                locals(scope);
                membersAround(scope);
            }
            typesInReach(scope);
        }
        return List.copyOf(offers.values());
    }

    private static boolean isType(TreePath place) {
        Tree name = place.getLeaf();
        return switch (place.getParentPath().getLeaf()) {
            case NewClassTree made -> made.getIdentifier() == name;
            case VariableTree variable -> variable.getType() == name;
            default -> false;
        };
    }

    private void members(TreePath of, Scope scope) {
        Element element = trees.getElement(of);
        if (element instanceof PackageElement inside) {
            inside.getEnclosedElements().forEach(type -> add(type, null, ""));
            return;
        }
        TypeMirror type = bound(trees.getTypeMirror(of));
        boolean isStatic = element != null
                && (element.getKind().isClass() || element.getKind().isInterface());
        if (type instanceof ArrayType) {
            offers.put("length", new Offer(Kind.FIELD, "length", "", "int", "", ""));
        } else if (type instanceof DeclaredType declared) {
            members(declared, isStatic).stream()
                    .filter(member -> trees.isAccessible(scope, member, declared))
                    .forEach(member -> add(member, declared, ""));
        }
    }

    private static @Nullable TypeMirror bound(@Nullable TypeMirror type) {
        return type instanceof TypeVariable variable ? bound(variable.getUpperBound()) : type;
    }

    /// Returns the members of a type by their names, those that every object has last.
    private List<Element> members(DeclaredType type, boolean isStatic) {
        List<Element> members = new ArrayList<>(elements.getAllMembers((TypeElement) type.asElement()));
        members.removeIf(member -> member.getKind() == ElementKind.CONSTRUCTOR
                || member.getModifiers().contains(Modifier.STATIC) != isStatic);
        members.sort(Comparator.comparing(NamesInReach::isOfEveryObject)
                .thenComparing(member -> member.getSimpleName().toString()));
        return members;
    }

    private static boolean isOfEveryObject(Element member) {
        return member.getEnclosingElement() instanceof TypeElement type
                && type.getQualifiedName().contentEquals("java.lang.Object");
    }

    private void locals(Scope innermost) {
        for (Scope scope = innermost;
                scope != null && scope.getEnclosingMethod() != null;
                scope = scope.getEnclosingScope()) {
            for (Element element : scope.getLocalElements()) {
                boolean isNamed = !element.getSimpleName().contentEquals("this")
                        && !element.getSimpleName().contentEquals("super");
                if (isNamed && element.getKind().isVariable()) {
                    add(element, null, "");
                }
            }
        }
    }

    private void membersAround(Scope scope) {
        TypeElement around = scope.getEnclosingClass();
        if (around != null) {
            DeclaredType type = (DeclaredType) around.asType();
            members(type, false).forEach(member -> add(member, type, ""));
            members(type, true).forEach(member -> add(member, type, ""));
        }
    }

    /// Types that are imported or declared here, those of `java.lang`, then those of the engine, with their import.
    private void typesInReach(Scope innermost) {
        for (Scope scope = innermost; scope != null; scope = scope.getEnclosingScope()) {
            for (Element element : scope.getLocalElements()) {
                if (element instanceof TypeElement type && trees.isAccessible(innermost, type)) {
                    add(type, null, "");
                }
            }
        }
        Stream.concat(packages.stream().sorted(), OFTEN_USED.stream())
                .map(elements::getPackageElement)
                .forEach(inside -> {
                    if (inside != null) {
                        inside.getEnclosedElements().stream()
                                .filter(type -> type.getModifiers().contains(Modifier.PUBLIC))
                                .forEach(type -> add(type, null, type.toString()));
                    }
                });
    }

    private void add(Element element, @Nullable DeclaredType of, String importing) {
        String name = element.getSimpleName().toString();
        EngineSources.Said said = sources.of(element, elements);
        String parameters = "";
        if (element instanceof ExecutableElement method) {
            parameters = said == null || said.parameters().isEmpty() ? parameters(method) : said.parameters();
        }
        String documentation = said == null ? "" : FirstSentence.of(said.comment());
        if (!name.isEmpty() && !name.equals(SourceGap.NAME)) {
            offers.putIfAbsent(
                    name + parameters,
                    new Offer(kind(element), name, parameters, type(element, of), documentation, importing));
        }
    }

    private static Kind kind(Element element) {
        return switch (element.getKind()) {
            case METHOD -> Kind.METHOD;
            case FIELD, ENUM_CONSTANT -> Kind.FIELD;
            case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE -> Kind.TYPE;
            default -> Kind.LOCAL;
        };
    }

    private static String parameters(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> EngineSources.simple(parameter.asType().toString()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String type(Element element, @Nullable DeclaredType of) {
        if (element instanceof TypeElement type) {
            return elements.getPackageOf(type).getQualifiedName().toString();
        }
        TypeMirror type = of == null ? element.asType() : types.asMemberOf(of, element);
        return shortened((type instanceof ExecutableType method ? method.getReturnType() : type).toString());
    }

    /// Returns a type without the packages of those it is made of.
    private static String shortened(String type) {
        return type.replaceAll("@[\\w.]+ ", "").replaceAll("(?:\\w+\\.)+(?=\\w)", "");
    }
}
