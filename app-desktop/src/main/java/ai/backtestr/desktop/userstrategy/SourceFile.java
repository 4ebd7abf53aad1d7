package ai.backtestr.desktop.userstrategy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import javax.lang.model.SourceVersion;

/// The text of a strategy, as read from its file. Immutable.
///
/// @param path the file
/// @param text what is in it
/// @param digest SHA-256 of its bytes, in hexadecimal digits
record SourceFile(Path path, String text, String digest) {
    /// The largest file that is read.
    static final long MOST_BYTES = 1L << 20;

    private static final String SUFFIX = ".java";

    /// Reads a file.
    ///
    /// @throws SourceException if it cannot be read, is too large or no UTF-8
    static SourceFile read(Path path) throws SourceException {
        String file = String.valueOf(path.getFileName());
        if (!SourceVersion.isName(className(path))) {
            throw new SourceException(SourceProblem.ofFile(
                    file,
                    "its name without " + SUFFIX + " has to be a class name; call it something like MyCross.java"));
        }
        try {
            long bytes = Files.size(path);
            if (bytes > MOST_BYTES) {
                throw new SourceException(SourceProblem.ofFile(
                        file, "it has " + bytes + " bytes; a strategy's source can have " + MOST_BYTES));
            }
            byte[] content = Files.readAllBytes(path);
            return new SourceFile(path, decode(file, content), sha256(content));
        } catch (IOException e) {
            throw new SourceException(SourceProblem.ofFile(file, "it cannot be read (" + e + ")"));
        }
    }

    private static String decode(String file, byte[] content) throws SourceException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports what is malformed
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(content.length + 1);
        CoderResult result = decoder.decode(bytes, chars, true);
        if (result.isError()) {
            String before = chars.flip().toString();
            long line = before.chars().filter(c -> c == '\n').count() + 1;
            int column = before.length() - before.lastIndexOf('\n');
            String message = String.format(
                    Locale.ROOT,
                    "the byte 0x%02X is no UTF-8; save the file as UTF-8",
                    content[bytes.position()] & 0xFF);
            throw new SourceException(new SourceProblem(file, line, column, message, ""));
        }
        return chars.flip().toString();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    String fileName() {
        return String.valueOf(path.getFileName());
    }

    String className() {
        return className(path);
    }

    static boolean isSource(Path path) {
        return String.valueOf(path.getFileName()).endsWith(SUFFIX) && Files.isRegularFile(path);
    }

    static String className(Path path) {
        return String.valueOf(path.getFileName()).replaceFirst("\\" + SUFFIX + "$", "");
    }

    /// Returns what a strategy in that file is picked by: `my-cross` of `MyCross.java`.
    static String strategyName(Path path) {
        return className(path)
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }
}
