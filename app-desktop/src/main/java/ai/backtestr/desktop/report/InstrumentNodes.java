package ai.backtestr.desktop.report;

import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.run.Portfolio;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The part of a result document that tells of the instruments of a run over several, and of conversion.
final class InstrumentNodes {
    private InstrumentNodes() {}

    static void put(Portfolio portfolio, ObjectNode root) {
        ObjectNode conversion = root.putObject("conversion");
        conversion.put("currency", portfolio.currency());
        conversion.put("rule", portfolio.rule().toString());
        ArrayNode stated = conversion.putArray("stated");
        portfolio.stated().forEach(rate -> stated.add(rate.toString()));
        ArrayNode rates = conversion.putArray("rates");
        for (Portfolio.RateData rate : portfolio.rates()) {
            put(rate.data(), rates.addObject().put("symbol", rate.instrument().symbol()));
        }
        ArrayNode instruments = root.putArray("instruments");
        portfolio.instruments().forEach(traded -> put(traded, instruments.addObject()));
    }

    private static void put(Portfolio.Traded traded, ObjectNode node) {
        node.put("symbol", traded.instrument().symbol());
        node.put("currency", traded.instrument().quoteCurrency());
        put(traded.data(), node);
        node.put("convertedBy", traded.conversion());
        node.put("oldestRateSeconds", traded.longestAgeNs() / 1e9);
        node.put("position", traded.instrument().formatQuantity(traded.position()));
        node.put("closedProfit", InstrumentTable.closedProfit(traded));
        node.put("openProfit", Money.toDecimal(traded.openProfit()));
        node.put("fees", Money.toDecimal(traded.fees()));
        node.put("swap", Money.toDecimal(traded.swap()));
        node.put("slippage", Money.toDecimal(traded.slippage()));
        ObjectNode figures = node.putObject("statistics");
        traded.figures().forEach(figure -> figures.put(figure.id(), figure.value()));
    }

    private static void put(Portfolio.Data data, ObjectNode node) {
        node.put("dataDigest", data.digest());
        node.put("ticks", data.ticks());
    }
}
