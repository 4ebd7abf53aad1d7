package ai.backtestr.desktop.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaletteSearchTest {
    private static final List<PaletteEntry> ENTRIES = Stream.of(
                    "Run backtest", "Report", "Replay…", "Kept runs…", "Import files…", "Import a folder…", "EURUSD")
            .map(title ->
                    new PaletteEntry("Action", title, title.equals("Report") ? "checks the run" : "", "", () -> {}))
            .toList();

    @Test
    void shouldPutTheBeginningOfANameFirst() {
        assertThat(titles("rep")).startsWith("Report", "Replay…");
        assertThat(titles("run")).startsWith("Run backtest", "Kept runs…", "Report");
    }

    @Test
    void shouldFindByTheBeginningsOfWords() {
        assertThat(titles("rb")).startsWith("Run backtest");
        assertThat(titles("imfi")).startsWith("Import files…");
        assertThat(titles("imfo")).startsWith("Import a folder…");
    }

    @Test
    void shouldFindWordsInAnyOrder() {
        assertThat(titles("folder imp")).containsExactly("Import a folder…");
    }

    @Test
    void shouldFindWhateverTheCase() {
        assertThat(titles("eurusd")).containsExactly("EURUSD");
        assertThat(titles("eus")).startsWith("EURUSD");
    }

    @Test
    void shouldNotFindLettersStrewnOverAName() {
        assertThat(FuzzyMatch.of("abcdefgh", "a x b x c x d x e f g h")).isPresent();
        assertThat(FuzzyMatch.of("abcdef", "axbxcxdxexf")).isEmpty();
        assertThat(titles("zzz")).isEmpty();
    }

    @Test
    void shouldMarkTheLettersThatWereMeant() {
        assertThat(FuzzyMatch.of("rb", "Run backtest").orElseThrow().letters().toString())
                .isEqualTo("{0, 4}");
    }

    @Test
    void shouldShowAllInTheirOrderWhileNothingIsTyped() {
        assertThat(titles("")).startsWith("Run backtest", "Report", "Replay…");
    }

    private static List<String> titles(String typed) {
        return PaletteSearch.find(typed, ENTRIES).stream()
                .map(found -> found.entry().title())
                .toList();
    }
}
