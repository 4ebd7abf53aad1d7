package ai.backtestr.desktop.commandline;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.BarIndicator;
import ai.backtestr.engine.indicator.IndicatorSpec;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A row for each bar: its start, its close, and what indicators say after it, with all digits; nothing before they
/// are ready.
final class IndicatorRows extends TextRows {
    private final BarSeries bars;
    private final List<BarIndicator> indicators = new ArrayList<>();
    private final List<String> columns = new ArrayList<>(List.of("close"));
    private int next;

    /// Takes each specification once, however often it is given.
    IndicatorRows(BarSeries bars, List<IndicatorSpec> specs, TradingCalendar calendar) {
        this.bars = bars;
        Map<String, IndicatorSpec> distinct = new LinkedHashMap<>();
        specs.forEach(spec -> distinct.putIfAbsent(spec.toString(), spec));
        for (IndicatorSpec spec : distinct.values()) {
            indicators.add(spec.create(calendar));
            columns.addAll(spec.outputLabels());
        }
    }

    @Override
    List<String> textColumns() {
        return List.of("time");
    }

    @Override
    List<String> numberColumns() {
        return columns;
    }

    @Override
    public boolean hasNext() {
        return next < bars.count();
    }

    @Override
    public String[] next() {
        int bar = next++;
        List<String> cells = new ArrayList<>();
        cells.add(Times.format(bars.timeNs(bar)));
        cells.add(FixedPoint.format(bars.close(bar), bars.priceScale()));
        for (BarIndicator indicator : indicators) {
            indicator.onBar(bars, bar);
            for (int output = 0; output < indicator.outputs(); output++) {
                cells.add(text(indicator.value(output)));
            }
        }
        return cells.toArray(String[]::new);
    }

    private static String text(double value) {
        return Double.isNaN(value)
                ? ""
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
