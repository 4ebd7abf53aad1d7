package ai.backtestr.desktop.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlCompletionTest {
    private static final SqlNames NAMES = new SqlNames(Map.of(
            "ticks", List.of("symbol", "time", "bid", "ask"),
            "imports", List.of("id", "symbol", "file"),
            "daily_ohlcv", List.of("symbol", "day", "open")));

    /// The bar stands for the cursor.
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            SELECT * FROM ti|;                              ticks
            select * from t| where bid > 1;                 ticks
            SELECT b| FROM ticks;                           bid BETWEEN
            SELECT ti| FROM ticks;                          time ticks TIME_BUCKET( TIMESTAMP
            SELECT t.a| FROM ticks t;                       ask
            SELECT t.a| FROM ticks AS t;                    ask
            SELECT ticks.s| FROM ticks;                     symbol
            SELECT sy| FROM imports JOIN ticks USING (x);   symbol
            DESCRIBE da|;                                   daily_ohlcv
            wher|;                                          WHERE
            """)
    void shouldOfferWhatFits(String text, String expected) {
        int caret = text.indexOf('|');

        SqlCompletion found = SqlCompletion.at(text.replace("|", ""), caret, NAMES);

        assertThat(found.candidates().stream().map(name -> name.replace(' ', '_')))
                .containsExactlyInAnyOrder(expected.split(" "));
        assertThat(text.substring(0, found.from())).matches("(?s).*[ .]|");
    }

    @Test
    void shouldOfferEveryTableWhereOneIsNext() {
        assertThat(SqlCompletion.at("SELECT * FROM ", 14, NAMES).candidates())
                .containsExactlyInAnyOrder("ticks", "imports", "daily_ohlcv");
    }

    @Test
    void shouldOfferNothingForNothing() {
        assertThat(SqlCompletion.at("SELECT ", 7, NAMES).candidates()).isEmpty();
        assertThat(SqlCompletion.at("SELECT (", 8, NAMES).candidates()).isEmpty();
        assertThat(SqlCompletion.at("", 0, NAMES).candidates()).isEmpty();
        assertThat(SqlCompletion.at("SELECT bid FROM ticks", 10, NAMES).candidates())
                .as("a word that is complete")
                .isEmpty();
    }
}
