package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.backtestr.data.SharedFile;
import ai.backtestr.data.imports.FileColumns.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which columns a file has, and what each is taken for.
class FileColumnsTest extends BarImportTest {
    private FileColumns columns(Path file, ImportOptions options) {
        return new TickImporter(store).columns("EURUSD", List.of(file), options);
    }

    private List<String> roles(String content) throws IOException {
        return columns(write("f.csv", content), ImportOptions.DEFAULT).columns().stream()
                .map(Column::role)
                .toList();
    }

    @Test
    void shouldTellNamesFirstValuesAndRoles() throws IOException {
        Path file = write("f.csv", """
                time,bid,ask,note
                2014-05-06 08:00:00,1.1,1.2,a
                2014-05-06 08:00:01,1.2,1.3,b
                2014-05-06 08:00:02,1.3,1.4,c
                2014-05-06 08:00:03,1.4,1.5,d
                """);
        assertThat(columns(file, ImportOptions.DEFAULT).columns())
                .containsExactly(
                        new Column(
                                "time",
                                List.of("2014-05-06 08:00:00", "2014-05-06 08:00:01", "2014-05-06 08:00:02"),
                                "time"),
                        new Column("bid", List.of("1.1", "1.2", "1.3"), "bid"),
                        new Column("ask", List.of("1.2", "1.3", "1.4"), "ask"),
                        new Column("note", List.of("a", "b", "c"), ""));
        ImportOptions stated = ImportOptions.DEFAULT.withColumns(ColumnChoice.parse("time=0,bid=2,ask=1"));
        assertThat(columns(file, stated).columns()).extracting(Column::role).containsExactly("time", "ask", "bid", "");
    }

    @Test
    void shouldTellColumnsOfAFileThatCannotBeReadAsItIs() throws IOException {
        assertThat(columns(write("f.csv", "when,left,right,more\n1,2,3,4\n"), ImportOptions.DEFAULT)
                        .columns())
                .extracting(Column::name, Column::role)
                .containsExactly(tuple("when", ""), tuple("left", ""), tuple("right", ""), tuple("more", ""));
        assertThat(roles("2014-05-06 08:00:00,1.1,7,9,1.2,8,1\n")).hasSize(7).containsOnly("");
    }

    @Test
    void shouldTellDaysThatStandAloneAndColumnsOfBars() throws IOException {
        assertThat(roles("2014-05-06,08:00:00,1.1000,1.1001\n2014-05-06,08:00:01,1.1000,1.1001\n"))
                .containsExactly("date", "time", "bid", "ask");
        Path bars = write("b.csv", "time,open,high,low,close\n2013-11-27,10,12,9,11\n2013-11-28,10,12,9,11\n");
        assertThat(new BarImporter(store)
                        .columns("AAPL", List.of(bars), options("1d"))
                        .columns())
                .extracting(Column::role)
                .containsExactly("time", "open", "high", "low", "close");
    }

    @Test
    void shouldTellColumnsOfParquetAndNoneOfWhatHasNone() throws IOException {
        Path parquet = SharedFile.of("futures_parquet_GBP/gbpusd_16june_quotes_0503.parquet");
        assertThat(columns(parquet, ImportOptions.DEFAULT).columns())
                .extracting(Column::role)
                .contains("time", "bid", "ask");
        Path empty = write("2014/04/06/08h_ticks.bi5", "");
        assertThat(columns(empty, ImportOptions.DEFAULT)).isEqualTo(FileColumns.NONE);
    }
}
