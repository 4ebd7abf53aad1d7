package ai.backtestr.desktop.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the build writes down of what the program is made of.
class ComponentsTest {
    private final List<Component> all = Components.all();

    @Test
    void shouldNameTheLicenceOfEveryComponent() {
        assertThat(all).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        assertThat(all).noneMatch(component -> component.licences().contains("not stated"));
        assertThat(all).noneMatch(component -> component.name().startsWith("ai.backtestr"));
        // As the projects state them.
        assertThat(licence("org.duckdb:duckdb_jdbc")).isEqualTo("MIT");
        assertThat(licence("com.lmax:disruptor")).isEqualTo("Apache-2.0");
        assertThat(licence("org.openjfx:javafx-base")).isEqualTo("GPL-2.0-with-classpath-exception");
        assertThat(licence("ch.qos.logback:logback-core")).contains("EPL").contains("LGPL");
    }

    private String licence(String name) {
        return all.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow()
                .licences();
    }

    @Test
    void shouldTellAllVersionsToBeSentAlong() {
        String text = AboutText.of(AboutText.facts(all, Path.of("/home/of/it")), all);
        assertThat(text)
                .contains("Version: backtestr 0.")
                .contains("Java: ")
                .contains("DuckDB: 2.")
                .contains("Home folder: ")
                .contains("org.agrona:agrona");
    }
}
