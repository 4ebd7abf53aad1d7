package ai.backtestr.desktop.window;

import ai.backtestr.desktop.settings.Preferences;
import ai.backtestr.desktop.settings.Preferences.ThemeChoice;
import ai.backtestr.render.chart.ChartPalette;
import ai.backtestr.render.chart.ChartTheme;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import javafx.util.Subscription;

/// How the window looks: dark or light, the size of what is written, and the colours of gains and losses.
///
/// Threads: belongs to the FX thread.
final class Appearance {
    private static final double FONT_SIZE = 13;

    private final Scene scene;
    private final Preferred preferred;
    private String sheet = "";
    private Subscription following = Subscription.EMPTY;

    /// @param scene that of the main window; windows beside it look the same
    Appearance(Scene scene, Preferred preferred) {
        this.scene = scene;
        this.preferred = preferred;
    }

    /// Calls `show` with whether it is light, now and when that or anything else of its looks changes.
    void follow(Runnable show) {
        following = preferred
                .property()
                .subscribe((before, now) -> show.run())
                .and(Platform.getPreferences().colorSchemeProperty().subscribe((before, now) -> {
                    if (preferred.now().theme() == ThemeChoice.SYSTEM) {
                        show.run();
                    }
                }));
    }

    /// Whether what is preferred comes to dark on light.
    boolean isLight() {
        return switch (preferred.now().theme()) {
            case LIGHT -> true;
            case DARK -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT;
        };
    }

    /// Has all windows look as is preferred.
    ///
    /// @return the colours of charts
    ChartTheme apply() {
        boolean isLight = isLight();
        Application.setUserAgentStylesheet(
                isLight ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet());
        String before = sheet;
        sheet = "data:text/css;base64,"
                + Base64.getEncoder()
                        .encodeToString(css(preferred.now(), isLight).getBytes(StandardCharsets.UTF_8));
        if (!sheet.equals(before)) {
            replace(scene, before);
            for (Window window : List.copyOf(Window.getWindows())) {
                if (window.getScene() != null
                        && window.getScene().getStylesheets().contains(before)) {
                    replace(window.getScene(), before);
                }
            }
        }
        return preferred.now().palette().theme(isLight);
    }

    private void replace(Scene of, String before) {
        if (!of.getStylesheets().contains(sheet)) {
            of.getStylesheets().remove(before);
            of.getStylesheets().add(sheet);
        }
    }

    /// Returns the rules that differ from those of the theme.
    static String css(Preferences preferences, boolean isLight) {
        ChartPalette palette = preferences.palette();
        StringBuilder css = new StringBuilder(".root{");
        rule(css, "-fx-font-size", String.format(Locale.ROOT, "%.2fpx", FONT_SIZE * preferences.fontPercent() / 100));
        if (palette != ChartPalette.STANDARD) {
            ChartTheme theme = palette.theme(isLight);
            for (String kind : List.of("fg", "emphasis")) {
                rule(css, "-color-success-" + kind, web(theme.profit()));
                rule(css, "-color-danger-" + kind, web(theme.loss()));
            }
        }
        if (palette == ChartPalette.HIGH_CONTRAST) {
            String ink = isLight ? "#000000" : "#ffffff";
            for (String name : List.of("-color-fg-default", "-color-fg-muted", "-color-fg-subtle")) {
                rule(css, name, ink);
            }
            for (String name : List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-overlay")) {
                rule(css, name, isLight ? "#ffffff" : "#000000");
            }
            rule(css, "-color-border-default", isLight ? "#404040" : "#c0c0c0");
            rule(css, "-color-border-muted", isLight ? "#606060" : "#a0a0a0");
        }
        return css.append('}').toString();
    }

    private static void rule(StringBuilder css, String name, String value) {
        css.append(name).append(':').append(value).append(';');
    }

    private static String web(Color colour) {
        return "#" + colour.toString().substring(2, 8);
    }

    void close() {
        following.unsubscribe();
    }
}
