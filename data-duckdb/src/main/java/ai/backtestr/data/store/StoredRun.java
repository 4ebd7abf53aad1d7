package ai.backtestr.data.store;

import java.util.List;

/// A backtest that is kept, and what the user says about it.
///
/// @param id its number, never used again
/// @param run what was run
/// @param tags words to find it by
/// @param note a remark, empty for none
public record StoredRun(int id, RunRecord run, List<String> tags, String note) {
    public StoredRun {
        tags = List.copyOf(tags);
    }
}
