package ai.backtestr.desktop.window;

import ai.backtestr.data.store.QualityReport;
import ai.backtestr.data.store.QualityReport.Kind;
import ai.backtestr.data.store.QualityReport.Place;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.desktop.table.ListedRows;
import ai.backtestr.desktop.workspace.DataQuality;
import ai.backtestr.engine.time.Times;
import ai.backtestr.render.table.RowColumn;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What stands out in stored data, as a table: the places by time, then the rows that were rejected, which have no
/// time.
///
/// @param quality what was found
record QualityRows(DataQuality quality) {
    /// The kind of rejected rows.
    static final String REJECTED = "rejected";

    private static final double TIME_WIDTH = 230;
    private static final double WIDTH = 96;
    private static final double DETAIL_WIDTH = 420;
    private static final int NANOSECOND_DIGITS = 9;

    private static final List<RowColumn> COLUMNS = List.of(
            new RowColumn("Kind", WIDTH, false),
            new RowColumn("Severity", WIDTH, false),
            new RowColumn("From", TIME_WIDTH, false, true),
            new RowColumn("To", TIME_WIDTH, false, true),
            new RowColumn("Seconds", WIDTH, true),
            new RowColumn("Rows", WIDTH, true),
            new RowColumn("What", DETAIL_WIDTH, false));

    /// Returns how bad it is: an `error` is lost or cannot be true, a `warning` is to be looked at, a `note` is
    /// usual in some data.
    static String severity(Kind kind) {
        return switch (kind) {
            case CROSSED -> "error";
            case SPIKE, GAP, OFF_HOURS -> "warning";
            case DUPLICATE, LOCKED -> "note";
        };
    }

    ListedRows list() {
        return new ListedRows(COLUMNS, count(), this::timeNs, this::cells);
    }

    private int count() {
        return places().size() + quality.rejections().size();
    }

    private List<Place> places() {
        return quality.report().places();
    }

    /// Returns the place that stands at a moment, the first of several; null if there is none.
    @Nullable
    Place at(long timeNs, String kind) {
        return places().stream()
                .filter(place ->
                        place.fromNs() == timeNs && place.kind().title().equals(kind))
                .findFirst()
                .orElse(null);
    }

    private long timeNs(int row) {
        return row < places().size() ? places().get(row).fromNs() : Long.MAX_VALUE;
    }

    private List<String> cells(int row) {
        return row < places().size()
                ? cells(places().get(row))
                : cells(quality.rejections().get(row - places().size()));
    }

    private static List<String> cells(Place place) {
        return List.of(
                place.kind().title(),
                severity(place.kind()),
                Times.format(place.fromNs()),
                Times.format(place.toNs()),
                seconds(place.toNs() - place.fromNs()),
                place.kind() == Kind.GAP ? "" : Long.toString(place.rows()),
                place.detail());
    }

    private static String seconds(long ns) {
        BigDecimal seconds = BigDecimal.valueOf(ns, NANOSECOND_DIGITS);
        return seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString();
    }

    private static List<String> cells(Rejection rejected) {
        String place = rejected.file() + ":" + rejected.line() + ": ";
        return List.of(REJECTED, "error", "", "", "", "1", place + rejected.reason());
    }

    /// Returns of what kinds not all places are listed, in words; empty if all are.
    String leftOut() {
        StringBuilder text = new StringBuilder();
        for (Kind kind : Kind.values()) {
            long all = quality.report().sum(kind).places();
            if (all > QualityReport.KEPT) {
                append(text, kind.title(), QualityReport.KEPT, all);
            }
        }
        if (quality.rejected() > quality.rejections().size()) {
            append(text, REJECTED, quality.rejections().size(), quality.rejected());
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String kind, long listed, long all) {
        text.append(String.format(Locale.ROOT, " Of what is %s, %,d of %,d places are listed.", kind, listed, all));
    }
}
