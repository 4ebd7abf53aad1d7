package ai.backtestr.engine.monitor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides when a target counts as missed: after three readings in a row that miss it, until three in a row keep to
/// it with something to spare, so that a value at the bound does not flicker, or until nothing is measured any
/// more. The monitor's thread only.
final class AlertState {
    private static final int IN_A_ROW = 3;

    private final Target target;
    private boolean raised;
    private int inARow;
    private @Nullable Reading last;

    AlertState(Target target) {
        this.target = target;
    }

    /// Takes in the next reading.
    ///
    /// @return an alert if it begins or ends one
    Optional<Alert> next(Reading reading) {
        last = reading;
        boolean towardsChange = raised ? target.isClearOf(reading.value()) : target.isMissedBy(reading.value());
        inARow = towardsChange ? inARow + 1 : 0;
        if (inARow < IN_A_ROW) {
            return Optional.empty();
        }
        inARow = 0;
        raised = !raised;
        return Optional.of(new Alert(new Violation(target, reading), raised));
    }

    /// Takes in that there was nothing to measure: three times in a row end an alert.
    Optional<Alert> nothing() {
        Reading reading = last;
        inARow = raised ? inARow + 1 : 0;
        if (reading == null || inARow < IN_A_ROW) {
            return Optional.empty();
        }
        inARow = 0;
        raised = false;
        return Optional.of(new Alert(new Violation(target, reading), false));
    }
}
