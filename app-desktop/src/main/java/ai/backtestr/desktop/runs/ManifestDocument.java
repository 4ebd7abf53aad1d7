package ai.backtestr.desktop.runs;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A manifest as a JSON document: `manifest.json` in a report, and what the store keeps.
public final class ManifestDocument {
    private static final String FORMAT = "backtestr-manifest 1";

    /// The form of those with a `portfolio`, which earlier versions would overlook.
    private static final String FORMAT_OF_SEVERAL = "backtestr-manifest 2";

    private ManifestDocument() {}

    /// Returns the document, with a line end at its end.
    public static String of(RunManifest manifest) {
        ObjectNode root = JsonText.MAPPER.createObjectNode();
        PortfolioManifest portfolio = manifest.portfolio();
        root.put("format", portfolio == null ? FORMAT : FORMAT_OF_SEVERAL);
        root.put("program", manifest.program());
        root.put("symbol", manifest.symbol());
        TimeRange range = manifest.range();
        root.put("from", range.fromNs() == Long.MIN_VALUE ? null : Times.format(range.fromNs()));
        root.put("to", range.toNs() == Long.MAX_VALUE ? null : Times.format(range.toNs()));
        put(root, "instrument", manifest.instrument());
        put(root, "data", withReadableTimes(manifest.data()));
        root.put("strategy", manifest.strategy());
        put(root, "parameters", manifest.parameters());
        put(root, "settings", manifest.settingsByName());
        if (portfolio != null) {
            PortfolioNode.put(portfolio, root.putObject("portfolio"));
        }
        root.put("resultHash", manifest.resultHash());
        ObjectNode statistics = root.putObject("statistics");
        manifest.statistics().forEach((id, value) -> statistics.put(id, value == null ? null : new BigDecimal(value)));
        return JsonText.MAPPER.writeValueAsString(root) + "\n";
    }

    static void put(ObjectNode root, String name, Map<String, String> texts) {
        ObjectNode node = root.putObject(name);
        texts.forEach(node::put);
    }

    static Map<String, String> withReadableTimes(Map<String, String> data) {
        return times(data, text -> Times.format(Long.parseLong(text)));
    }

    private static Map<String, String> times(Map<String, String> data, UnaryOperator<String> change) {
        Map<String, String> changed = new LinkedHashMap<>(data);
        changed.computeIfPresent("first", (name, text) -> change.apply(text));
        changed.computeIfPresent("last", (name, text) -> change.apply(text));
        return changed;
    }

    /// Reads a document.
    ///
    /// @param place where it was found, for messages
    /// @throws ProblemException if it is no manifest, or one of a later version
    public static RunManifest parse(String text, String place) {
        try {
            JsonNode root = JsonText.MAPPER.readTree(text);
            String format = root.path("format").asString("");
            if (!FORMAT.equals(format) && !FORMAT_OF_SEVERAL.equals(format)) {
                throw new ProblemException(place + " is no manifest that this version can read; its format is '"
                        + root.path("format").asString("") + "', not '" + FORMAT + "'");
            }
            return read(root);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ProblemException(place + " is no manifest: " + reason, e);
        }
    }

    /// Returns a manifest as it is when it has been kept and read, figures with the same digits, to be compared with
    /// others that were.
    static RunManifest asRead(RunManifest made) {
        return parse(of(made), "the manifest of a run");
    }

    private static RunManifest read(JsonNode root) {
        return new RunManifest(
                root.path("program").asString(),
                root.path("symbol").asString(),
                new TimeRange(time(root.path("from"), Long.MIN_VALUE), time(root.path("to"), Long.MAX_VALUE)),
                texts(root.path("instrument")),
                data(root.path("data")),
                root.path("strategy").asString(),
                texts(root.path("parameters")),
                settings(texts(root.path("settings"))),
                root.path("resultHash").asString(),
                statistics(root.path("statistics")),
                root.path("portfolio").isObject() ? PortfolioNode.read(root.path("portfolio")) : null);
    }

    /// Reads what was read of an instrument, with times as numbers again.
    static Map<String, String> data(JsonNode node) {
        return times(texts(node), time -> Long.toString(Times.parse(time)));
    }

    private static long time(JsonNode node, long open) {
        return node.isString() ? Times.parse(node.asString()) : open;
    }

    static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            texts.put(property.getKey(), property.getValue().asString());
        }
        return texts;
    }

    static Map<RunSetting, String> settings(Map<String, String> named) {
        Map<RunSetting, String> settings = new EnumMap<>(RunSetting.class);
        for (RunSetting setting : RunSetting.values()) {
            String text = named.remove(setting.option());
            if (text != null) {
                settings.put(setting, text);
            }
        }
        if (!named.isEmpty()) {
            throw new IllegalArgumentException("it has settings that this version does not know: " + named.keySet());
        }
        return settings;
    }

    private static Map<String, @Nullable String> statistics(JsonNode node) {
        Map<String, @Nullable String> figures = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            JsonNode value = property.getValue();
            figures.put(
                    property.getKey(),
                    value.isNull() ? null : value.decimalValue().toPlainString());
        }
        return figures;
    }
}
