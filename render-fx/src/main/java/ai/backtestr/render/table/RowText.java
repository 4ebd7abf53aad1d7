package ai.backtestr.render.table;

import java.util.List;

/// A row of a [LongTable] as it is shown, copied and exported.
///
/// @param timeNs the moment it belongs to, nanoseconds since the epoch, UTC
/// @param cells a text for each column
public record RowText(long timeNs, List<String> cells) {}
