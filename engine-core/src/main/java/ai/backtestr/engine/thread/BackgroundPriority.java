package ai.backtestr.engine.thread;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Has work that nobody looks at give way to what somebody does: a window that draws, beside a backtest that takes
/// every processor it can get.
///
/// On Linux, where the JVM leaves priorities alone, by `setpriority(2)`; elsewhere by the thread's priority. Where
/// nobody else wants the processor it costs nothing.
public enum BackgroundPriority {
    /// What is to be on screen next: gives way to drawing.
    LOADING(5, 3),

    /// What takes seconds: gives way to loading too.
    RUNNING(15, Thread.MIN_PRIORITY);

    private static final int THREAD = 0; // PRIO_PROCESS, which is a thread here
    private static final int CALLING = 0;
    private static final Path THREADS = Path.of("/proc/self/task");

    private final int nice; // of 0 to 19; at 5 a third, at 15 a thirtieth of the time of a thread at 0
    private final int priority;

    BackgroundPriority(int nice, int priority) {
        this.nice = nice;
        this.priority = priority;
    }

    /// Lowers the priority of the calling thread, and on Linux of the threads it starts from now on, for good: it
    /// takes a right to raise it again. What cannot be lowered stays as it is.
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it but how smooth the window is
    public void take() {
        Thread.currentThread().setPriority(priority);
        if (System.getProperty("os.name").equals("Linux")) {
            lower(CALLING);
        }
    }

    /// Lowers the priority of the threads whose names begin so for the operating system, the JVM's own among them,
    /// and of those that they start from now on, for good. Linux only: elsewhere nothing is done.
    ///
    /// @param name how their names begin, of which the kernel keeps the first 15 characters
    public void give(String name) {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path thread : threads) {
                if (Files.readString(thread.resolve("comm")).startsWith(name)) {
                    lower(Integer.parseInt(String.valueOf(thread.getFileName())));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            tell(e); // one that has ended meanwhile, or another system
        }
    }

    @SuppressWarnings("restricted")
    private void lower(int thread) {
        try {
            Linker linker = Linker.nativeLinker();
            MemorySegment address = linker.defaultLookup().findOrThrow("setpriority");
            MethodHandle handle =
                    linker.downcallHandle(address, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
            int _ = (int) handle.invokeExact(THREAD, thread, nice);
        } catch (Throwable e) {
            tell(e);
        }
    }

    private static void tell(Throwable problem) {
        System.getLogger(BackgroundPriority.class.getName())
                .log(System.Logger.Level.DEBUG, "the priority of a thread stays as it is", problem);
    }
}
