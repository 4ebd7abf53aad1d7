package ai.backtestr.desktop.userstrategy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.userstrategy.Completion.Offer;
import ai.backtestr.engine.strategy.StrategyContext;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCompletionTest {
    private static final String CARET = "|";

    @TempDir
    Path folder;

    private List<Offer> offers(String source) {
        int caret = source.indexOf(CARET);
        String text = source.replace(CARET, "");
        Completion completion = new StrategyLibrary(folder).complete(folder.resolve("Mine.java"), text, caret);
        return completion.fitting(text.substring(completion.from(), caret));
    }

    /// A strategy with a statement that is being typed in its `onBar`, more of it behind.
    private List<Offer> inOnBar(String statement) {
        return offers("""
                import ai.backtestr.engine.bar.BarSeries;
                import ai.backtestr.engine.indicator.Ema;
                import ai.backtestr.engine.strategy.*;

                public final class Mine implements Strategy {
                    private final Ema average = new Ema(20);
                    private long quantity;

                    @Override
                    public void prepare(StrategySetup setup) {}

                    @Override
                    public void onBar(BarSeries bars, StrategyContext context) {
                        double close = bars.close(0);
                        %s
                        long later = 3;
                        if (later > 2) {
                            context.closeAll();
                        }
                    }
                }
                """.formatted(statement));
    }

    private static List<String> names(List<Offer> offers) {
        return offers.stream().map(Offer::name).distinct().toList();
    }

    @Test
    void shouldOfferEveryMethodOfTheContext() {
        List<String> all = names(inOnBar("context.|"));
        assertThat(all)
                .containsAll(Arrays.stream(StrategyContext.class.getMethods())
                        .map(Method::getName)
                        .distinct()
                        .toList());
        assertThat(all.indexOf("closeAll")).isLessThan(all.indexOf("hashCode"));
    }

    @Test
    void shouldTellParametersAndWhatAMethodIsFor() {
        assertThat(inOnBar("context.bu|")).anySatisfy(offer -> {
            assertThat(offer.name()).isEqualTo("buy");
            assertThat(offer.parameters()).isEqualTo("(long quantity)");
            assertThat(offer.text()).isEqualTo("buy()");
            assertThat(offer.caret()).isEqualTo("buy(".length());
            assertThat(offer.documentation()).isNotBlank().doesNotContain("\n");
        });
    }

    @Test
    void shouldKnowTheMembersOfWhatACallReturnsInTheMiddleOfAnExpression() {
        assertThat(names(inOnBar("if (context.position() > 0 && average.va|) {}")))
                .containsExactly("value");
        assertThat(names(inOnBar("close = Math.max(average.v|"))).containsExactly("value");
        assertThat(names(inOnBar("bars.timeframe().len|"))).contains("lengthNs");
    }

    @Test
    void shouldOfferLocalNamesFieldsAndParametersInReach() {
        assertThat(names(inOnBar("clo|"))).startsWith("close");
        assertThat(names(inOnBar("aver|"))).startsWith("average");
        assertThat(names(inOnBar("context.buy(qua|"))).startsWith("quantity");
        assertThat(names(inOnBar("bar|"))).startsWith("bars");
        assertThat(names(inOnBar("lat|"))).doesNotContain("later");
    }

    @Test
    void shouldOfferStaticMembersOfATypeOnly() {
        List<String> all = names(inOnBar("close = Math.|"));
        assertThat(all).contains("max", "PI").doesNotContain("hashCode");
        assertThat(names(inOnBar("average.|"))).doesNotContain("prepare");
    }

    @Test
    void shouldOfferTypesOfTheEngineWithTheirImport() {
        assertThat(inOnBar("new Atr|")).anySatisfy(offer -> {
            assertThat(offer.kind()).isEqualTo(Completion.Kind.TYPE);
            assertThat(offer.importing()).isEqualTo("ai.backtestr.engine.indicator.Atr");
        });
        assertThat(inOnBar("Em|"))
                .filteredOn(offer -> offer.name().equals("Ema"))
                .singleElement()
                .satisfies(offer -> assertThat(offer.importing()).isEmpty());
    }

    @Test
    void shouldOfferTypesForAField() {
        assertThat(names(offers("""
                import ai.backtestr.engine.indicator.*;
                public final class Mine {
                    private Em|
                    private int other;
                }
                """))).contains("Ema").doesNotContain("other");
    }

    @Test
    void shouldOfferNothingWithinWords() {
        assertThat(inOnBar("// context.|")).isEmpty();
        assertThat(inOnBar("String words = \"context.|\";")).isEmpty();
    }

    @Test
    void shouldOfferNothingOfTheEnginesInside() {
        assertThat(inOnBar("new |")).noneMatch(offer -> offer.importing().startsWith("ai.backtestr.engine.pipeline"));
    }

    @Test
    void shouldStandAMistakeElsewhere() {
        assertThat(names(inOnBar("retrun; unknown.thing(); context.posi|"))).contains("position");
    }

    @Test
    void shouldKeepTheFirstSentenceOnly() {
        assertThat(FirstSentence.of("Orders `quantity` units, see [Bracket#stop]. It fills\nlater."))
                .isEqualTo("Orders quantity units, see Bracket.stop.");
        assertThat(FirstSentence.of("Gives a price\nof it\n\n@param x what")).isEqualTo("Gives a price of it");
    }
}
