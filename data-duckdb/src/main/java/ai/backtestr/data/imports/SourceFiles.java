package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The files that an import is to read: those named, those within folders and zip files.
final class SourceFiles {
    // What is taken of a folder or of a zip file with several entries; a file that is named is taken whatever its
    // name.
    private static final Pattern TICKS = Pattern.compile(".*\\.(csv|txt|tsv|bi5|parquet|pq|gz|zst|zip)");
    private static final byte[] ZIP = {'P', 'K'};

    private final List<SourceFile> files = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /// Collects the files, those of a folder in the order of their paths.
    ///
    /// @throws StoreException if one does not exist or a folder or zip file holds none
    static SourceFiles of(List<Path> paths) {
        SourceFiles found = new SourceFiles();
        paths.forEach(found::add);
        return found;
    }

    List<SourceFile> files() {
        return files;
    }

    /// The files and links of folders and zip files that were passed over, by their names.
    List<String> leftOut() {
        return leftOut;
    }

    private void add(Path path) {
        if (!Files.exists(path)) {
            throw new StoreException(path + " does not exist; check the path");
        }
        if (!Files.isDirectory(path) && !Files.isRegularFile(path)) {
            throw new StoreException(path + " is no file but a pipe or device, which cannot be read twice; write what"
                    + " comes out of it into a file first");
        }
        try {
            if (Files.isDirectory(path)) {
                addFolder(path);
            } else {
                addFile(path, String.valueOf(path.getFileName()));
            }
        } catch (IOException e) {
            throw SourceFile.unreadable(path.toString(), e);
        }
    }

    private void addFolder(Path folder) throws IOException {
        int before = files.size();
        List<Path> within;
        try (Stream<Path> walk = Files.walk(folder)) {
            within = walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        for (Path path : within) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            if (isTaken(name) && Files.isRegularFile(path)) {
                addFile(path, name);
            } else {
                leftOut.add(name);
            }
        }
        if (files.size() == before) {
            throw new StoreException(folder + " is a folder without files of ticks; those end in .csv, .txt, .tsv, .bi5"
                    + " or .parquet, perhaps with .gz, .zst or .zip");
        }
    }

    private void addFile(Path path, String name) throws IOException {
        if (isZip(path)) {
            addZip(path, name);
        } else {
            files.add(SourceFile.of(path, name));
        }
    }

    private static boolean isZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == ZIP[0] && head[1] == ZIP[1] && head[2] < 9 && head[3] < 9;
        }
    }

    private void addZip(Path path, String name) throws IOException {
        int before = files.size();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            List<? extends ZipEntry> entries =
                    zip.stream().filter(entry -> !entry.isDirectory()).toList();
            for (ZipEntry entry : entries) {
                if (entries.size() == 1 || isTaken(entry.getName())) {
                    files.add(SourceFile.of(path, name, entry));
                } else {
                    leftOut.add(name + "/" + entry.getName());
                }
            }
        } catch (IOException e) {
            throw new StoreException(
                    path + ": the zip data is cut off or damaged (" + e.getMessage() + "); get the file again", e);
        }
        if (files.size() == before) {
            throw new StoreException(path + " is a zip file without files of ticks");
        }
    }

    private static boolean isTaken(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !last.startsWith(".")
                && !name.startsWith("__MACOSX/")
                && TICKS.matcher(last.toLowerCase(Locale.ROOT)).matches();
    }
}
