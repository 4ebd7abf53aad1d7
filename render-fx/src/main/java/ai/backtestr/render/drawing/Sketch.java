package ai.backtestr.render.drawing;

import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.axis.TimeText;
import ai.backtestr.render.chart.PlotView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A drawing with the words beside it, which are made when they change and not for every frame.
///
/// Threads: confined to the FX thread.
final class Sketch {
    private static final String[] NO_WORDS = {};

    private final Drawing drawing;
    private String[][] labels = {};
    private double[] widths = {};
    private int decimals = -1;
    private @Nullable WallClock clock;
    private @Nullable Font font;
    private long bars = Long.MIN_VALUE;

    Sketch(Drawing drawing) {
        this.drawing = drawing;
    }

    Drawing drawing() {
        return drawing;
    }

    Anchor anchor(int index) {
        return drawing.anchors().get(index);
    }

    /// Has the labels right for the prices and bars of a chart.
    void label(PlotView view) {
        long barsBetween = drawing.kind() == DrawingKind.MEASURE ? barsBetween(view) : 0;
        if (decimals == view.priceDecimals()
                && bars == barsBetween
                && view.clock().equals(clock)
                && view.font().equals(font)) {
            return;
        }
        clock = view.clock();
        font = view.font();
        decimals = view.priceDecimals();
        bars = barsBetween;
        labels = makeLabels(view);
        widths = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            for (String line : labels[i]) {
                widths[i] = Math.max(widths[i], width(line, view.font()));
            }
        }
    }

    private long barsBetween(PlotView view) {
        return (long) Math.floor(view.position(anchor(1).timeNs()))
                - (long) Math.floor(view.position(anchor(0).timeNs()));
    }

    private String[][] makeLabels(PlotView view) {
        return switch (drawing.kind()) {
            case HORIZONTAL_LINE -> new String[][] {{view.formatPrice(anchor(0).price())}};
            case VERTICAL_LINE -> new String[][] {{TimeText.of(anchor(0).timeNs(), view.clock())}};
            case FIBONACCI -> fibonacciLabels(view);
            case TEXT -> new String[][] {drawing.text().lines().toArray(String[]::new)};
            case MEASURE -> new String[][] {Measurement.words(anchor(0), anchor(1), bars, view)};
            case TREND_LINE, RAY, CHANNEL, RECTANGLE -> new String[][] {};
        };
    }

    private String[][] fibonacciLabels(PlotView view) {
        String[][] made = new String[Fibonacci.LEVELS.size()][];
        for (int i = 0; i < made.length; i++) {
            double price = Fibonacci.price(anchor(0).price(), anchor(1).price(), Fibonacci.LEVELS.get(i));
            made[i] = new String[] {Fibonacci.LEVELS.get(i) + "  " + view.formatPrice(price)};
        }
        return made;
    }

    private static double width(String text, Font font) {
        Text node = new Text(text);
        node.setFont(font);
        return Math.ceil(node.getLayoutBounds().getWidth());
    }

    String[] words(int label) {
        return label < labels.length ? labels[label] : NO_WORDS;
    }

    double width(int label) {
        return label < widths.length ? widths[label] : 0;
    }
}
