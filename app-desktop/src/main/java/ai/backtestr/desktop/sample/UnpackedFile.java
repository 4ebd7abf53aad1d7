package ai.backtestr.desktop.sample;

import ai.backtestr.desktop.problem.ProblemException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A resource as a file, for as long as it is open.
///
/// @param folder a temporary folder that holds nothing else
/// @param path the file
record UnpackedFile(Path folder, Path path) implements AutoCloseable {
    /// @param resource name of a resource that no package holds
    static UnpackedFile of(String resource) {
        try {
            Path folder = Files.createTempDirectory("backtestr-");
            UnpackedFile file = new UnpackedFile(folder, folder.resolve(resource));
            try (InputStream in = UnpackedFile.class.getClassLoader().getResourceAsStream(resource)) {
                if (in == null) {
                    throw new FileNotFoundException(resource + " is missing among the program's own files");
                }
                Files.copy(in, file.path);
                return file;
            } catch (IOException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw ProblemException.of(resource + " cannot be unpacked to a temporary file", e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw ProblemException.of(folder + " cannot be removed", e);
        }
    }
}
