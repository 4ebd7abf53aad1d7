package ai.backtestr.desktop.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.desktop.dock.DockFloat;
import ai.backtestr.desktop.dock.DockLayout;
import ai.backtestr.desktop.dock.DockSplit;
import ai.backtestr.desktop.dock.DockTabs;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.settings.ChartSettings;
import ai.backtestr.desktop.settings.ComparisonSettings;
import ai.backtestr.desktop.settings.IndicatorSettings;
import ai.backtestr.desktop.settings.PaneSettings;
import ai.backtestr.desktop.settings.WindowPlace;
import ai.backtestr.desktop.settings.WindowSettings;
import ai.backtestr.render.chart.ChartKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutFileTest {
    @TempDir
    private Path folder;

    private static WorkspaceLayout layout(String name) {
        ChartState chart = new ChartState(
                "EURUSD",
                null,
                "5m",
                ChartKind.LINE,
                true,
                1_577_916_000_000_000_000L,
                1_577_919_600_000_000_000L,
                LinkColour.GREEN,
                new ChartSettings(
                        "LINE",
                        "log",
                        List.of(new IndicatorSettings("EMA 20", "1h", false, List.of("#ff0000"))),
                        List.of(new PaneSettings("VOLUME", null, 0.25, true)),
                        List.of(new ComparisonSettings("GBPUSD", true))));
        DockLayout dock = new DockLayout(
                new DockSplit(
                        false,
                        List.of(new DockTabs("instruments"), new DockTabs(List.of("charts-1", "sql"), "sql")),
                        List.of(0.25, 0.75)),
                List.of(new DockFloat(new WindowPlace(10, 20, 640, 480), new DockTabs("trades"))));
        return new WorkspaceLayout(
                name,
                dock,
                List.of(new BoardState("charts-1", "Majors", List.of(chart, chart.withTimeframe("1h")))),
                List.of(new LinkRule(LinkColour.GREEN, true, false)));
    }

    @Test
    void shouldGiveBackWhatWasKept() {
        LayoutFile file = new LayoutFile(folder);
        Workspaces kept = new Workspaces(layout("Scalping")).withNew(layout("Überblick"));
        file.save(kept);
        LayoutFile.Loaded loaded = file.load(WindowSettings.DEFAULTS);
        assertThat(loaded.problem()).isNull();
        assertThat(loaded.workspaces()).isEqualTo(kept);
        assertThat(loaded.workspaces().current()).isEqualTo("Überblick");
    }

    @Test
    void shouldTakeOverTheWindowOfEarlierVersions() {
        ChartSettings chart = new ChartSettings("BARS", "percent", List.of(), List.of(), List.of());
        WindowSettings before = new WindowSettings(
                1,
                WindowSettings.Theme.LIGHT,
                null,
                false,
                List.of(0.2, 0.7),
                0.5,
                "USDJPY",
                "15m",
                null,
                true,
                chart,
                null);
        LayoutFile.Loaded loaded = new LayoutFile(folder).load(before);
        assertThat(loaded.problem()).isNull();
        WorkspaceLayout first = loaded.workspaces().shown();
        assertThat(first.name()).isEqualTo("Default");
        assertThat(first.boards().getFirst().charts().getFirst().symbol()).isEqualTo("USDJPY");
        assertThat(first.boards().getFirst().charts().getFirst().timeframe()).isEqualTo("15m");
        assertThat(first.boards().getFirst().charts().getFirst().settings()).isEqualTo(chart);
        DockSplit columns = (DockSplit) first.dock().main();
        assertThat(columns.shares())
                .satisfiesExactly(
                        share -> assertThat(share).isCloseTo(0.2, within(1e-9)),
                        share -> assertThat(share).isCloseTo(0.5, within(1e-9)),
                        share -> assertThat(share).isCloseTo(0.3, within(1e-9)));
    }

    @Test
    void shouldSetADamagedFileAsideAndSaySo() throws IOException {
        Path path = folder.resolve("workspaces.json");
        for (String damaged : List.of(
                "{ \"version\": 1, \"current\": \"Default\", \"all\": [",
                "{}",
                "null",
                "{ \"version\": 2, \"current\": \"Default\", \"all\": [] }",
                "{ \"version\": 1, \"current\": \"Gone\", \"all\": [] }")) {
            Files.writeString(path, damaged);
            LayoutFile.Loaded loaded = new LayoutFile(folder).load(WindowSettings.DEFAULTS);
            assertThat(loaded.problem())
                    .as(damaged)
                    .contains("workspaces.json is not understood")
                    .contains("workspaces.json.damaged");
            assertThat(loaded.workspaces().shown().boards()).hasSize(1);
            assertThat(path).doesNotExist();
            assertThat(folder.resolve("workspaces.json.damaged")).hasContent(damaged);
        }
    }

    @Test
    void shouldOpenAChartOfAKindThatThisVersionDoesNotKnowAsDamaged() throws IOException {
        LayoutFile file = new LayoutFile(folder);
        file.save(new Workspaces(layout("One")));
        Path path = folder.resolve("workspaces.json");
        Files.writeString(path, Files.readString(path).replace("\"LINE\"", "\"HOLOGRAM\""));
        assertThat(file.load(WindowSettings.DEFAULTS).problem()).contains("HOLOGRAM");
    }

    @Test
    void shouldTellWorkspacesApartByTheirNames() {
        Workspaces two = new Workspaces(layout("One")).withNew(layout("Two"));
        assertThatThrownBy(() -> two.withNew(layout("one")))
                .isInstanceOf(ProblemException.class)
                .hasMessage("there is a workspace 'one' already; take another name");
        assertThatThrownBy(() -> two.renamed("ONE")).hasMessageContaining("already");
        assertThat(two.renamed("TWO").current()).isEqualTo("TWO");
        assertThat(two.showing("one").shown()).isEqualTo(layout("One"));
        assertThat(two.withoutShown().all()).containsExactly(layout("One"));
        assertThatThrownBy(() -> two.withoutShown().withoutShown())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the only workspace");
    }
}
