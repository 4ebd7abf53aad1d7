package ai.backtestr.data.store;

import java.util.List;

/// Where the ticks of an import came from.
///
/// @param files names of the files, in the order they were read
/// @param format what they were recognised as, in words
/// @param sha256 digest of the files' content as it lies on disk, lowercase hexadecimal
public record Origin(List<String> files, String format, String sha256) {
    public Origin {
        files = List.copyOf(files);
    }
}
