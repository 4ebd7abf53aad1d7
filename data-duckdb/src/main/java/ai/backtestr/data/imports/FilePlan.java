package ai.backtestr.data.imports;

/// How the rows of a file are to be taken.
///
/// @param file the file
/// @param taker what takes them
record FilePlan(TickFile file, TickTaker taker) {}
