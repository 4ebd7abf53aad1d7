package ai.backtestr.desktop.report;

import java.util.Locale;

/// Builds an SVG element. Styles are classes whose colours the page decides, light or dark.
final class Svg {
    private final StringBuilder text = new StringBuilder();

    /// @param label what it shows, for those who cannot see it
    Svg(double width, double height, String label) {
        text.append("<svg viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" role=\"img\" aria-label=\"")
                .append(escaped(label))
                .append("\">");
    }

    Svg line(String style, double fromX, double fromY, double toX, double toY) {
        return path(style, "M" + point(fromX, fromY) + "L" + point(toX, toY));
    }

    Svg path(String style, String data) {
        text.append("<path class=\"")
                .append(style)
                .append("\" d=\"")
                .append(data)
                .append("\"/>");
        return this;
    }

    Svg rectangle(String style, double x, double y, double width, double height, String tooltip) {
        text.append("<rect class=\"").append(style).append("\" x=\"").append(number(x));
        text.append("\" y=\"").append(number(y)).append("\" width=\"").append(number(width));
        text.append("\" height=\"").append(number(height)).append("\">").append(title(tooltip));
        text.append("</rect>");
        return this;
    }

    Svg circle(String style, double x, double y, double radius, String tooltip) {
        text.append("<circle class=\"").append(style).append("\" cx=\"").append(number(x));
        text.append("\" cy=\"").append(number(y)).append("\" r=\"").append(number(radius));
        text.append("\">").append(title(tooltip)).append("</circle>");
        return this;
    }

    /// @param style with `start`, `middle` or `end` for where `x` is in the text
    Svg text(String style, double x, double y, String content) {
        text.append("<text class=\"").append(style).append("\" x=\"").append(number(x));
        text.append("\" y=\"").append(number(y)).append("\">").append(escaped(content));
        text.append("</text>");
        return this;
    }

    private static String title(String tooltip) {
        return tooltip.isEmpty() ? "" : "<title>" + escaped(tooltip) + "</title>";
    }

    static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    String end() {
        return text.append("</svg>").toString();
    }
}
