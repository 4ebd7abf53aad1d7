package ai.backtestr.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartThemeTest {
    /// Machado, Oliveira, Fernandes 2009, severity 1.0, applied to linear RGB.
    private static final double[][] PROTANOPIA = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };

    private static final double[][] DEUTERANOPIA = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    private static final double[][] TRITANOPIA = {
        {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
    };

    static Stream<Arguments> themesAndEyes() {
        return themes().flatMap(theme ->
                Stream.of(PROTANOPIA, DEUTERANOPIA, TRITANOPIA).map(eyes -> Arguments.of(theme, eyes)));
    }

    static Stream<ChartTheme> themes() {
        return Stream.of(ChartPalette.values())
                .flatMap(palette -> Stream.of(palette.theme(false), palette.theme(true)));
    }

    @ParameterizedTest
    @MethodSource("themesAndEyes")
    void shouldKeepUpAndDownApartForColourBlindEyes(ChartTheme theme, double[][] eyes) {
        assertThat(distance(seen(theme.up(), eyes), seen(theme.down(), eyes))).isGreaterThan(35);
        assertThat(distance(seen(theme.profit(), eyes), seen(theme.loss(), eyes)))
                .isGreaterThan(35);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void shouldStandOutFromTheBackground(ChartTheme theme) {
        for (Color graphic : new Color[] {
            theme.up(),
            theme.down(),
            theme.profit(),
            theme.loss(),
            theme.longEntry(),
            theme.shortEntry(),
            theme.equity()
        }) {
            assertThat(contrast(graphic, theme.background())).as("%s", graphic).isGreaterThanOrEqualTo(3);
        }
        assertThat(contrast(theme.axisText(), theme.background())).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(theme.strongText(), theme.background())).isGreaterThanOrEqualTo(7);
        assertThat(contrast(theme.tagText(), theme.tag())).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldHaveHighContrastThroughout(boolean light) {
        ChartTheme theme = ChartPalette.HIGH_CONTRAST.theme(light);
        for (Color graphic : new Color[] {
            theme.up(),
            theme.down(),
            theme.profit(),
            theme.loss(),
            theme.longEntry(),
            theme.shortEntry(),
            theme.equity(),
            theme.axisText(),
            theme.axisLine(),
            theme.strongText(),
            theme.crosshair()
        }) {
            assertThat(contrast(graphic, theme.background())).as("%s", graphic).isGreaterThanOrEqualTo(7);
        }
    }

    private static double[] linear(Color colour) {
        return new double[] {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double[] seen(Color colour, double[][] eyes) {
        return multiply(eyes, linear(colour));
    }

    private static double[] multiply(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                product[row] += matrix[row][column] * vector[column];
            }
            product[row] = Math.clamp(product[row], 0, 1);
        }
        return product;
    }

    /// Returns the CIE 1976 colour difference of two linear RGB colours.
    private static double distance(double[] one, double[] other) {
        double[] a = lab(one);
        double[] b = lab(other);
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double[] lab(double[] rgb) {
        double x = root((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
        double y = root(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        double z = root((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double t) {
        return t > 216.0 / 24_389 ? Math.cbrt(t) : t * 841 / 108 + 4.0 / 29;
    }

    /// Returns the contrast ratio of WCAG 2.
    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        double[] rgb = linear(colour);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }
}
