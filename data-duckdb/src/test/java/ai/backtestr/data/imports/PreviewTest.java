package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.store.Overlap;
import ai.backtestr.data.store.OverlapException;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.engine.bar.Timeframe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an import says it would make of a file.
class PreviewTest extends ImportTest {
    private ImportPreview preview(ImportOptions options, Path file) {
        return new TickImporter(store).preview("EURUSD", List.of(file), options);
    }

    @Test
    void shouldShowTicksAsTheyWouldBeRead() throws IOException {
        Path file = write("eurusd.csv", """
                time,bid,ask
                2014-05-01 08:00:00,1.38720,1.38729
                2014-05-01 08:00:01,1.38721,oops
                2014-05-01 08:00:02,1.38725,1.38722
                """);
        ImportOptions options =
                ImportOptions.DEFAULT.withZone(ZoneId.of("America/New_York")).rejectingCrossed();

        ImportPreview preview = preview(options, file);

        assertThat(preview.format()).contains("comma-separated quotes with a header");
        assertThat(preview.rows()).hasSize(3);
        assertThat(preview.rows().getFirst().cells()).startsWith("2014-05-01T12:00:00Z", "quote", "1.3872", "1.38729");
        assertThat(preview.rows().get(1).reason()).isEqualTo("ask oops is not a number");
        assertThat(preview.rows().getLast().reason()).contains("crossed quote");
        assertThat(preview.rejected()).isEqualTo(2);
        assertThat(preview.firstRejection()).startsWith("eurusd.csv:3: ask oops");
        assertThat(store.symbols()).isEmpty();
    }

    @Test
    void shouldShowBarsAsTheyWouldBeRead() throws IOException {
        Path file = write("spy.csv", """
                time,open,high,low,close,volume
                2014-05-01 12:01:00,1,3,1,2,10
                2014-05-01 12:02:00,1,0.5,1,2,10
                """);

        ImportPreview preview = new BarImporter(store)
                .preview(
                        "SPY",
                        List.of(file),
                        BarOptions.of(Timeframe.ONE_MINUTE).stampedAtEnd());

        assertThat(preview.rows().getFirst().cells()).startsWith("2014-05-01T12:00:00Z", "1", "3", "1", "2", "10");
        assertThat(preview.rows().getLast().reason()).isEqualTo("high 0.5 is below low 1");
        assertThat(store.bars().all()).isEmpty();
    }

    @Test
    void shouldRefuseToPreviewWhatItCannotRead() throws IOException {
        Path file = write("empty.csv", "");
        assertThatThrownBy(() -> preview(ImportOptions.DEFAULT, file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void shouldSayOfAnOverlapThatItIsOne() throws IOException {
        load("EURUSD", ImportOptions.DEFAULT, write("a.csv", "time,bid,ask\n1385337600,1.1,1.2\n1385337700,1.1,1.2\n"));
        Path second = write("b.csv", "time,bid,ask\n1385337650,1.3,1.4\n");
        assertThatThrownBy(() -> load("EURUSD", ImportOptions.DEFAULT, second)).isInstanceOf(OverlapException.class);
        load("EURUSD", ImportOptions.DEFAULT.withOverlap(Overlap.MERGE), second);
        assertThat(store.symbols().getFirst().ticks()).isEqualTo(3);
    }
}
