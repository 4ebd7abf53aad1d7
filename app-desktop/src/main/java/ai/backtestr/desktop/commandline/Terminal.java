package ai.backtestr.desktop.commandline;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where results and messages go: UTF-8, with `\n` at the end of a line, whatever the locale.
///
/// @param out results, for programs and people
/// @param err messages, for people
/// @param showsProgress whether messages go to a screen, on which a line can be redrawn
public record Terminal(PrintWriter out, PrintWriter err, boolean showsProgress) {
    /// Returns that of this process. The launcher says in the system property `backtestr.messages` whether standard
    /// error is a terminal; Java cannot tell.
    public static Terminal ofProcess() {
        boolean screen = "terminal".equals(System.getProperty("backtestr.messages"));
        return of(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), screen);
    }

    /// Returns one that writes to these streams.
    public static Terminal of(OutputStream out, OutputStream err, boolean showsProgress) {
        return new Terminal(writer(new ResultStream(out), false), writer(err, true), showsProgress);
    }

    private static PrintWriter writer(OutputStream stream, boolean flushesEachLine) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), flushesEachLine);
    }

    /// Writes a line of a result.
    void line(String text) {
        out.print(text);
        out.print('\n');
    }

    /// Writes a message.
    public void message(String text) {
        err.print("backtestr: " + text.strip().replaceAll("\\s*\\R\\s*", "; ") + "\n");
        err.flush();
    }
}
