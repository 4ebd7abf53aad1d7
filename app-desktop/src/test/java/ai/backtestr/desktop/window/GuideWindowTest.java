package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.desktop.help.HelpPane;
import ai.backtestr.desktop.layout.DefaultLayout;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.monitor.Target;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The guide as it is read in the window.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class GuideWindowTest {
    private static final String BROWSER = "backtestr.browser";

    @TempDir
    private Path home;

    private static HelpPane guide(TestWindow window) {
        fx(() -> window.window().actions().get("help.guide").perform());
        return window.node("help");
    }

    private static String shown(HelpPane help) {
        return fx(() -> help.shown());
    }

    @Test
    void shouldOpenWhereItTellsOfThePart() {
        Map<String, String> anchors = Map.of(
                DefaultLayout.SQL, "sql",
                DefaultLayout.EQUITY, "equity",
                DefaultLayout.TICKS, "ticks",
                DefaultLayout.BARS, "bars",
                DefaultLayout.PERFORMANCE, "performance",
                DefaultLayout.BOARD, "chart",
                DefaultLayout.LOG, "background-tasks-and-the-log");
        try (Monitor monitor = new Monitor(Target.DEFAULTS);
                TestWindow window = new TestWindow(home, monitor)) {
            HelpPane help = guide(window);
            ScrollPane scroll = window.node("help-scroll");
            anchors.forEach((part, anchor) -> {
                fx(() -> help.show("guide/keys.md"));
                fx(() -> window.window().docks().open(part));
                fx(() -> window.window().actions().get("help.part").perform());
                await("the place of " + part, () -> help.at().equals(anchor));
                assertThat(shown(help)).as(part).isEqualTo("guide/window.md");
                assertThat(fx(() -> scroll.getVvalue())).as(part).isPositive();
            });
        }
    }

    @Test
    void shouldHaveTheFirstHourWithItsPictures() {
        try (TestWindow window = new TestWindow(home)) {
            HelpPane help = guide(window);
            fx(() -> help.show("guide/first-hour.md"));
            Set<ImageView> pictures = fx(() -> {
                help.applyCss();
                help.layout();
                return help.lookupAll(".image-view").stream()
                        .map(ImageView.class::cast)
                        .collect(Collectors.toSet());
            });
            assertThat(pictures).hasSize(14);
            await(
                    "all of them",
                    () -> pictures.stream()
                            .allMatch(picture -> picture.getImage().getProgress() == 1));
            assertThat(pictures).allSatisfy(picture -> {
                assertThat(picture.getImage().isError()).isFalse();
                assertThat(picture.getFitHeight() / picture.getFitWidth())
                        .isCloseTo(
                                picture.getImage().getHeight()
                                        / picture.getImage().getWidth(),
                                within(1e-9));
                assertThat(picture.getAccessibleText()).isNotBlank();
            });
            ScrollPane scroll = window.node("help-scroll");
            assertThat(fx(() -> scroll.getContent().getLayoutBounds().getWidth()))
                    .as("it is as wide as the part")
                    .isLessThanOrEqualTo(fx(() -> scroll.getViewportBounds().getWidth()));
        }
    }

    @Test
    void shouldFollowLinksFromPageToPageAndBack() {
        try (TestWindow window = new TestWindow(home)) {
            HelpPane help = guide(window);
            fx(() -> help.show("guide/believing.md"));
            follow(help, "orders");
            assertThat(shown(help)).isEqualTo("guide/orders.md");
            fx(() -> window.<Button>here("help-back").fire());
            assertThat(shown(help)).isEqualTo("guide/believing.md");
            follow(help, "statistics.sql");
            assertThat(shown(help)).isEqualTo("guide/statistics.sql");
        }
    }

    private static void follow(HelpPane help, String words) {
        fx(() -> {
            help.applyCss();
            help.layout();
            help.lookupAll(".help-link").stream()
                    .map(Hyperlink.class::cast)
                    .filter(link -> link.getText().equals(words))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
    }

    @Test
    void shouldLeadOutOfTheGuideToTheBrowserAndTellOfSources() {
        String before = System.getProperty(BROWSER, "");
        System.setProperty(BROWSER, "true"); // which ends at once, and well
        try (TestWindow window = new TestWindow(home)) {
            HelpPane help = guide(window);
            Label message = window.node("message");
            fx(() -> help.show("app-desktop/src/test/java/FirstHourTest.java"));
            assertThat(shown(help)).isEqualTo("guide/window.md");
            assertThat(fx(() -> message.getText()))
                    .isEqualTo("app-desktop/src/test/java/FirstHourTest.java is among the sources of the program, which"
                            + " do not come with it.");
            fx(() -> new Pages(window.workbench()).showLink("https://example.org/page"));
            await("the browser", () -> message.getText().equals("Shown: https://example.org/page"));
        } finally {
            System.setProperty(BROWSER, before);
        }
    }
}
