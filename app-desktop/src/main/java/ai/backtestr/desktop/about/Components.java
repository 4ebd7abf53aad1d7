package ai.backtestr.desktop.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the program is made of, from the CycloneDX document that the build writes.
public final class Components {
    private static final String RESOURCE = "components.json";
    private static final String OURS = "ai.backtestr";

    private Components() {}

    /// Returns all components of others, as the build resolved them, each once.
    public static List<Component> all() {
        try (InputStream in = Components.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program's own " + RESOURCE + " is missing");
            }
            return read(new JsonMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + RESOURCE + " cannot be read", e);
        }
    }

    private static List<Component> read(JsonNode document) {
        List<Component> all = new ArrayList<>();
        for (JsonNode node : document.path("components")) {
            if (!node.path("group").asString().equals(OURS)) {
                all.add(component(node));
            }
        }
        return all.stream().distinct().toList(); // JavaFX has a jar for each system beside the one without
    }

    private static Component component(JsonNode node) {
        List<String> licences = new ArrayList<>();
        for (JsonNode licence : node.path("licenses")) {
            JsonNode named = licence.path("license");
            licences.add(Optional.of(named.path("id").asString(""))
                    .filter(id -> !id.isEmpty())
                    .orElseGet(() -> named.path("name")
                            .asString(licence.path("expression").asString("not stated"))));
        }
        String site = "";
        for (JsonNode reference : node.path("externalReferences")) {
            if (reference.path("type").asString("").equals("website")) {
                site = reference.path("url").asString("");
            }
        }
        return new Component(
                node.path("group").asString("") + ":" + node.path("name").asString(""),
                node.path("version").asString(""),
                licences.isEmpty() ? "not stated" : String.join(" or ", licences),
                site);
    }

    /// Returns the version of a component; empty if there is none of that name.
    public static String version(List<Component> all, String name) {
        return all.stream()
                .filter(component -> component.name().equals(name))
                .map(Component::version)
                .findFirst()
                .orElse("");
    }
}
