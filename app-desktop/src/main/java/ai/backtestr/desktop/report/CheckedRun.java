package ai.backtestr.desktop.report;

import ai.backtestr.engine.run.BacktestResult;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A run, what its checks came to, and the zone in which its weekdays and hours are counted.
public record CheckedRun(BacktestResult result, Honesty honesty, ZoneId zone) {
    /// A run whose weekdays and hours are counted in the zone of its instrument's calendar.
    public CheckedRun(BacktestResult result, Honesty honesty) {
        this(result, honesty, result.instrument().calendar().zone());
    }

    /// Returns the zone as people know it.
    String zoneName() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.toString();
    }
}
