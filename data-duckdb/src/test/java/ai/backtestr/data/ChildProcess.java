package ai.backtestr.data;

import ai.backtestr.data.imports.ImportProgress;
import ai.backtestr.data.imports.TickImporter;
import ai.backtestr.data.store.TickStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another JVM that imports a file as `BTCUSD`, and prints `ready` once it got as far as the test wants it to be.
public final class ChildProcess implements AutoCloseable {
    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /// Imports the file and then keeps the store open.
    public static ChildProcess holdingStore(Path home, Path file) throws IOException {
        return start(home, file, "2.0");
    }

    /// Imports the file up to that share of its bytes, both passes counted, and stops there, still importing.
    public static ChildProcess importing(Path home, Path file, double share) throws IOException {
        return start(home, file, Double.toString(share));
    }

    private static ChildProcess start(Path home, Path file, String share) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ChildProcess.class.getName(),
                home.toString(),
                file.toString(),
                share));
        ChildProcess child = new ChildProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        BufferedReader out = child.process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (!"ready".equals(line)) {
            child.close();
            throw new IOException("the child said " + line);
        }
        return child;
    }

    public long pid() {
        return process.pid();
    }

    /// Kills it at once, without any chance to tidy up.
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The child: home folder, file, share of the bytes at which it is ready.
    public static void main(String[] args) {
        double share = Double.parseDouble(args[2]);
        ImportProgress progress = (bytesRead, totalBytes, rows) -> {
            if (bytesRead >= share * totalBytes) {
                readyForEver();
            }
        };
        TickStore store = TickStore.open(Path.of(args[0]));
        new TickImporter(store).importFile("BTCUSD", Path.of(args[1]), progress);
        readyForEver();
    }

    private static void readyForEver() {
        System.out.println("ready");
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
