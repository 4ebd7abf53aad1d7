package ai.backtestr.desktop.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The guide as it comes with the program.
class GuidePagesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+\\.(?:md|png|sql))");

    @Test
    void shouldHaveEveryPageAndEveryPageThatTheseLeadTo() {
        for (GuidePages.Page page : GuidePages.all()) {
            String text = GuidePages.text(page.path()).orElseThrow();
            Matcher links = LINK.matcher(text);
            while (links.find()) {
                String target = GuidePages.resolve(page.path(), links.group(1));
                assertThat(GuidePages.class.getResource(target))
                        .as("%s in %s", links.group(1), page.path())
                        .isNotNull();
            }
        }
    }

    @Test
    void shouldFindPagesByWordsWhateverTheCase() {
        assertThat(GuidePages.find("RENKO bricks")).contains(new GuidePages.Page("guide/bars.md", "Bars"));
        assertThat(GuidePages.find("xylophone")).isEmpty();
    }

    @Test
    void shouldNameHeadingsAsLinksDo() {
        // As in [believing a result](honesty.md#why-a-fill-is-as-it-is).
        assertThat(PageNodes.anchor("Why a fill is as it is")).isEqualTo("why-a-fill-is-as-it-is");
        assertThat(PageNodes.anchor("Menus, keys and the palette")).isEqualTo("menus-keys-and-the-palette");
        assertThat(GuidePages.resolve("guide/window.md", "../decisions/0053-docking.md"))
                .isEqualTo("decisions/0053-docking.md");
    }
}
