package ai.backtestr.desktop.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeFolderTest {
    private static final Path USER = Path.of("/home/ann");

    private static Path find(Map<String, String> environment, String system) {
        return HomeFolder.find(environment, system, USER).path();
    }

    @Test
    void shouldFollowCustomOfLinuxWhenNothingIsSet() {
        assertThat(find(Map.of(), "Linux")).isEqualTo(Path.of("/home/ann/.local/share/backtestr"));
        assertThat(find(Map.of("XDG_DATA_HOME", "/data"), "Linux")).isEqualTo(Path.of("/data/backtestr"));
    }

    @Test
    void shouldFollowCustomOfMacWhenNothingIsSet() {
        assertThat(find(Map.of(), "Mac OS X")).isEqualTo(Path.of("/home/ann/Library/Application Support/BackTestr"));
    }

    @Test
    void shouldFollowCustomOfWindowsWhenNothingIsSet() {
        assertThat(find(Map.of("LOCALAPPDATA", "/local"), "Windows 11")).isEqualTo(Path.of("/local/BackTestr"));
    }

    @Test
    void shouldTakeNamedFolderWhenVariableIsSet() {
        assertThat(find(Map.of("BACKTESTR_HOME", "/ticks", "XDG_DATA_HOME", "/data"), "Linux"))
                .isEqualTo(Path.of("/ticks"));
    }
}
