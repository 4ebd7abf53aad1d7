package ai.backtestr.desktop.layout;

import java.util.List;
import java.util.Objects;

/// A tab with charts, as it is kept.
///
/// @param id the name by which the layout of the window knows it
/// @param title what the user called it; empty for the names of its instruments
/// @param charts 1, 2, 4 or 6 of them
public record BoardState(String id, String title, List<ChartState> charts) {
    /// How many charts a tab can have.
    public static final List<Integer> SIZES = List.of(1, 2, 4, 6);

    public BoardState {
        Objects.requireNonNull(id, "id");
        title = Objects.requireNonNullElse(title, "");
        charts = List.copyOf(charts);
        if (!SIZES.contains(charts.size())) {
            throw new IllegalArgumentException("a tab of " + charts.size() + " charts");
        }
    }
}
