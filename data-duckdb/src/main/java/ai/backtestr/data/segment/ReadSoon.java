package ai.backtestr.data.segment;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// Tells the system which parts of a mapped file will be looked at next, so that it reads many of them from the disk at
/// once. Otherwise each is waited for when it is touched, one after the other.
///
/// By `madvise(2)` where there is one, on Linux and macOS; elsewhere nothing is told, and reading is only slower.
final class ReadSoon {
    private static final int WILL_NEED = 3; // MADV_WILLNEED
    private static final @Nullable MethodHandle ADVISE =
            handle("madvise", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));
    private static final long PAGE_BYTES = pageBytes();

    private ReadSoon() {}

    /// Tells whether the system can be told.
    static boolean isPossible() {
        return ADVISE != null;
    }

    /// Has these bytes of a mapping read, and returns at once.
    static void read(MemorySegment mapped, long offset, long bytes) {
        if (ADVISE == null) {
            return;
        }
        long from = mapped.address() + offset;
        long start = from & -PAGE_BYTES; // where the mapping begins, or behind it
        try {
            int _ = (int) ADVISE.invokeExact(start, from + bytes - start, WILL_NEED);
        } catch (Throwable e) {
            throw new IllegalStateException(e); // a C function throws nothing
        }
    }

    @SuppressWarnings("restricted")
    private static @Nullable MethodHandle handle(String name, FunctionDescriptor of) {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find(name)
                .map(address -> linker.downcallHandle(address, of))
                .orElse(null);
    }

    private static long pageBytes() {
        MethodHandle handle = handle("getpagesize", FunctionDescriptor.of(JAVA_INT));
        try {
            return handle == null ? 1 : (int) handle.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
