package ai.backtestr.engine.monitor;

/// A target that has been missed for a while, or is kept again.
///
/// @param violation what was missed; where it is kept again, the latest reading
/// @param begins whether it is missed from now on
public record Alert(Violation violation, boolean begins) {
    @Override
    public String toString() {
        return begins ? violation.toString() : violation.target().metric().title() + " is within its target again";
    }
}
