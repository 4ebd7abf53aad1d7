package ai.backtestr.data.imports;

import org.jspecify.annotations.Nullable;

/// Reads counts since the epoch, with or without a fraction. Used by one thread.
final class EpochTime implements TimeReader {
    private final int field;
    private final @Nullable EpochUnit stated;
    private final DecimalField count;
    private @Nullable EpochUnit unit;
    private long timeNs;
    private String reason = "";

    /// @param stated the unit; `null` if each count's magnitude tells it
    EpochTime(int field, char point, @Nullable EpochUnit stated) {
        this.field = field;
        this.stated = stated;
        count = new DecimalField(point);
    }

    @Override
    public boolean read(Row row) {
        boolean read = count.read(row, field);
        EpochUnit found = read ? stated : null;
        if (read && stated == null) {
            found = EpochUnit.of(count.whole());
        }
        unit = found;
        if (found == null || count.decimals() > found.decimals()) {
            reason = row.isEmpty(field)
                    ? "time is empty"
                    : "time '" + row.text(field) + "' is not a count since the epoch";
            return false;
        }
        try {
            timeNs = count.units(found.decimals());
            return true;
        } catch (ArithmeticException e) {
            reason = "time " + row.text(field) + " lies after the year 2262";
            return false;
        }
    }

    @Override
    public long timeNs() {
        return timeNs;
    }

    @Override
    public @Nullable EpochUnit unit() {
        return unit;
    }

    @Override
    public String reason() {
        return reason;
    }
}
