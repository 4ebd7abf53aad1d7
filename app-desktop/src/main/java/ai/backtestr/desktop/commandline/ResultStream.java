package ai.backtestr.desktop.commandline;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/// Where results go. Ends the command when whoever reads them wants no more, as `head` does after its lines.
final class ResultStream extends FilterOutputStream {
    /// Nobody reads the results any more.
    static final class UnreadException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private UnreadException(IOException cause) {
            super("nobody reads the results any more", cause);
        }
    }

    ResultStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /// @throws UnreadException if the other end of the pipe is closed
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if (isPipeClosed(e)) {
                throw new UnreadException(e);
            }
            throw e;
        }
    }

    /// Java has no exception of its own for it: Unix says "Broken pipe", Windows "The pipe is being closed".
    private static boolean isPipeClosed(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
