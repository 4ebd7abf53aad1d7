package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.Ticks;
import ai.backtestr.engine.bar.Timeframe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Imports of bars into a new store.
abstract class BarImportTest extends ImportTest {
    static BarOptions options(String timeframe) {
        return BarOptions.of(Timeframe.parse(timeframe));
    }

    final ImportReport loadBars(String symbol, BarOptions options, Path... paths) {
        return new BarImporter(store).importFiles(symbol, List.of(paths), options, ImportProgress.NONE);
    }

    final ImportReport loadBars(String symbol, String timeframe, Path file) {
        return loadBars(symbol, options(timeframe), file);
    }

    final ImportReport loadBars(String symbol, String timeframe, String name, String content) throws IOException {
        return loadBars(symbol, timeframe, write(name, content));
    }

    final void assertNoBars() {
        for (String table : List.of("bar", "bar_series", "bar_import", "bar_rejection", "instrument")) {
            assertThat(Ticks.query(store, "SELECT count(*) FROM " + table))
                    .as(table)
                    .containsExactly("0");
        }
    }
}
