package ai.backtestr.engine.monitor;

import java.util.Optional;

/// Decides when a target counts as missed: after three readings in a row that miss it, until three in a row keep to it
/// with something to spare, so that a value at the bound does not flicker. The monitor's thread only.
final class AlertState {
    private static final int IN_A_ROW = 3;

    private final Target target;
    private boolean raised;
    private int inARow;

    AlertState(Target target) {
        this.target = target;
    }

    /// Takes in the next reading.
    ///
    /// @return an alert if it begins or ends one
    Optional<Alert> next(Reading reading) {
        boolean towardsChange = raised ? target.isClearOf(reading.value()) : target.isMissedBy(reading.value());
        inARow = towardsChange ? inARow + 1 : 0;
        if (inARow < IN_A_ROW) {
            return Optional.empty();
        }
        inARow = 0;
        raised = !raised;
        return Optional.of(new Alert(new Violation(target, reading), raised));
    }
}
