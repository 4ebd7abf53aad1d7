package ai.backtestr.data.imports;

import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.StoredImport;
import java.util.List;

/// What an import did.
///
/// @param stored the import as the store remembers it; where the content had been imported before, that earlier
///     import
/// @param rejections the first [Rejection#KEPT] rejected rows, in the order they were read
/// @param leftOut files within the folders and zip files named that were not taken for files of ticks
/// @param bytes size of the files on disk
/// @param elapsedNs how long it took, in nanoseconds
/// @param alreadyImported whether the same content had been imported under this symbol before, so that nothing
///     changed
public record ImportReport(
        StoredImport stored,
        List<Rejection> rejections,
        List<String> leftOut,
        long bytes,
        long elapsedNs,
        boolean alreadyImported) {
    public ImportReport {
        rejections = List.copyOf(rejections);
        leftOut = List.copyOf(leftOut);
    }
}
