package ai.backtestr.desktop.commandline;

import ai.backtestr.engine.indicator.BuiltInIndicators;
import ai.backtestr.engine.indicator.IndicatorDefinition;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A row for each indicator there is.
final class IndicatorCatalogueRows extends TextRows {
    private final Iterator<IndicatorDefinition> definitions =
            BuiltInIndicators.all().iterator();

    @Override
    List<String> textColumns() {
        return List.of("name", "usual", "parameters", "price", "outputs", "drawn", "title", "description");
    }

    @Override
    List<String> numberColumns() {
        return List.of();
    }

    @Override
    public boolean hasNext() {
        return definitions.hasNext();
    }

    @Override
    public String[] next() {
        IndicatorDefinition definition = definitions.next();
        return new String[] {
            definition.name(),
            definition.defaults().toString(),
            parameters(definition),
            definition.input() == null ? "" : definition.input().toString(),
            String.join(" ", definition.outputs()),
            definition.placement().name().toLowerCase(Locale.ROOT),
            definition.title(),
            definition.description()
        };
    }

    private static String parameters(IndicatorDefinition definition) {
        return definition.parameters().stream()
                .map(parameter -> parameter.name() + " " + parameter.range())
                .collect(Collectors.joining(", "));
    }
}
