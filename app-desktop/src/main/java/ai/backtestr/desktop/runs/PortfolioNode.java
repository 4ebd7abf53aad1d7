package ai.backtestr.desktop.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The part of a manifest's document that tells of further instruments and currencies.
final class PortfolioNode {
    private PortfolioNode() {}

    static void put(PortfolioManifest portfolio, ObjectNode node) {
        node.put("currency", portfolio.currency());
        node.put("conversion", portfolio.conversion());
        ArrayNode rates = node.putArray("rates");
        portfolio.rates().forEach(rates::add);
        ManifestDocument.put(node, "data", ManifestDocument.withReadableTimes(portfolio.mainData()));
        put(portfolio.also(), node.putArray("also"));
        put(portfolio.ratesFrom(), node.putArray("ratesFrom"));
    }

    private static void put(List<PortfolioManifest.Further> all, ArrayNode array) {
        for (PortfolioManifest.Further further : all) {
            ObjectNode node = array.addObject();
            node.put("symbol", further.symbol());
            ManifestDocument.put(node, "instrument", further.instrument());
            ManifestDocument.put(node, "data", ManifestDocument.withReadableTimes(further.data()));
            if (!further.settings().isEmpty()) {
                Map<String, String> settings = new LinkedHashMap<>();
                further.settings().forEach((setting, text) -> settings.put(setting.option(), text));
                ManifestDocument.put(node, "settings", settings);
            }
        }
    }

    static PortfolioManifest read(JsonNode node) {
        List<String> rates = new ArrayList<>();
        node.path("rates").forEach(rate -> rates.add(rate.asString()));
        return new PortfolioManifest(
                node.path("currency").asString(),
                node.path("conversion").asString(),
                rates,
                ManifestDocument.data(node.path("data")),
                further(node.path("also")),
                further(node.path("ratesFrom")));
    }

    private static List<PortfolioManifest.Further> further(JsonNode array) {
        List<PortfolioManifest.Further> all = new ArrayList<>();
        for (JsonNode node : array) {
            all.add(new PortfolioManifest.Further(
                    node.path("symbol").asString(),
                    ManifestDocument.texts(node.path("instrument")),
                    ManifestDocument.data(node.path("data")),
                    ManifestDocument.settings(ManifestDocument.texts(node.path("settings")))));
        }
        return all;
    }
}
