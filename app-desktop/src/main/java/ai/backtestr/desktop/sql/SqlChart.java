package ai.backtestr.desktop.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.util.StringConverter;

/// Lines of a statement's rows. Threads: belongs to the FX thread.
final class SqlChart extends LineChart<Number, Number> {
    private static final int DAYS_FROM_SECONDS = 20 * 86_400;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

    SqlChart(SqlSeries series) {
        super(axis(), axis());
        setId("sql-chart");
        setAnimated(false);
        setCreateSymbols(false);
        setHorizontalZeroLineVisible(false);
        NumberAxis x = (NumberAxis) getXAxis();
        x.setLabel(series.isTime() ? series.xTitle() + " (UTC)" : series.xTitle());
        for (SqlSeries.Line line : series.lines()) {
            getData().add(points(line));
        }
        if (series.isTime()) {
            x.setTickLabelFormatter(new TimeText(span(series)));
        }
        setAccessibleText("Chart of " + series.lines().size() + " columns over " + series.xTitle());
    }

    private static NumberAxis axis() {
        NumberAxis axis = new NumberAxis();
        axis.setForceZeroInRange(false);
        axis.setAutoRanging(true);
        return axis;
    }

    private static XYChart.Series<Number, Number> points(SqlSeries.Line line) {
        XYChart.Series<Number, Number> points = new XYChart.Series<>();
        points.setName(line.title());
        for (SqlSeries.Point point : line.points()) {
            points.getData().add(new XYChart.Data<>(point.x(), point.y()));
        }
        return points;
    }

    private static double span(SqlSeries series) {
        return series.lines().stream()
                .filter(line -> !line.points().isEmpty())
                .mapToDouble(line -> Math.abs(
                        line.points().getLast().x() - line.points().getFirst().x()))
                .max()
                .orElse(0);
    }

    private static final class TimeText extends StringConverter<Number> {
        private final DateTimeFormatter format;

        TimeText(double spanSeconds) {
            format = spanSeconds > DAYS_FROM_SECONDS ? DAY : MINUTE;
        }

        @Override
        public String toString(Number seconds) {
            return Instant.ofEpochSecond(seconds.longValue())
                    .atOffset(ZoneOffset.UTC)
                    .format(format);
        }

        @Override
        public Number fromString(String text) {
            throw new UnsupportedOperationException("labels are not edited");
        }
    }
}
