package ai.backtestr.data.store;

import java.nio.file.Path;

/// Where an export goes.
///
/// @param path the file to write; what is there is overwritten
/// @param format how to write it
/// @param shownAs what errors call it, for a file that is to be moved once it is complete
public record ExportFile(Path path, ExportFormat format, Path shownAs) {}
