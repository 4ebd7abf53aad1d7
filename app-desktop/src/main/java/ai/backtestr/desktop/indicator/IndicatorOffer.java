package ai.backtestr.desktop.indicator;

import ai.backtestr.engine.indicator.BuiltInIndicators;
import ai.backtestr.engine.indicator.IndicatorDefinition;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import ai.backtestr.render.indicator.IndicatorSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// An indicator that can be added to a chart.
///
/// @param definition which
/// @param apart whether those of its outputs are shown that have a pane while the others lie over the prices
record IndicatorOffer(IndicatorDefinition definition, boolean apart) {
    /// Returns all there are, in the order of the catalogue.
    static List<IndicatorOffer> all() {
        List<IndicatorOffer> offers = new ArrayList<>();
        for (IndicatorDefinition definition : BuiltInIndicators.all()) {
            offers.add(new IndicatorOffer(definition, false));
            if (definition.placement() == Placement.OVERLAY
                    && !definition.apart().isEmpty()) {
                offers.add(new IndicatorOffer(definition, true));
            }
        }
        return offers;
    }

    /// Returns those of whose names or descriptions every word typed is a part; those whose short name begins with
    /// it come first.
    static List<IndicatorOffer> matching(String typed) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        List<IndicatorOffer> matching = all().stream()
                .filter(offer -> Stream.of(words).allMatch(offer.searched()::contains))
                .toList();
        return Stream.concat(
                        matching.stream()
                                .filter(offer -> offer.definition.name().startsWith(words[0])),
                        matching.stream()
                                .filter(offer -> !offer.definition.name().startsWith(words[0])))
                .toList();
    }

    private String searched() {
        String all = definition.name() + ' ' + title() + ' ' + definition.description();
        return (all + ' ' + where()).toLowerCase(Locale.ROOT);
    }

    String title() {
        return apart ? definition.title() + ": " + String.join(", ", outputs()) : definition.title();
    }

    private List<String> outputs() {
        return definition.outputs().stream()
                .filter(definition.apart()::contains)
                .toList();
    }

    String where() {
        return definition.placement() == Placement.OVERLAY && !apart ? "over the prices" : "pane";
    }

    /// Returns it with its usual parameters, on the bars of the chart.
    IndicatorSetting setting() {
        return new IndicatorSetting(definition.defaults(), null, apart, List.of());
    }
}
