package ai.backtestr.engine.tick;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// Memory outside the heap in pages of 2 MiB, where the operating system gives them for the asking: Linux on x86-64
/// and AArch64, by `mmap(2)` and `madvise(2)` with `MADV_HUGEPAGE`. With pages of 4 KiB a run over decoded ticks
/// looks up an address every 512 ticks and column. Elsewhere, and where it is refused, it is memory as any other.
final class LargePages {
    private static final long LARGE_PAGE_BYTES = 2 << 20;
    private static final int READ_WRITE = 3; // PROT_READ | PROT_WRITE
    private static final int PRIVATE_ANONYMOUS = 0x22; // MAP_PRIVATE | MAP_ANONYMOUS
    private static final int HUGE_PAGE = 14; // MADV_HUGEPAGE
    private static final long FAILED = -1; // MAP_FAILED
    private static final @Nullable Calls CALLS = Calls.find();

    private LargePages() {}

    /// Allocates zeroes, aligned to a cache line at least, that live as long as `arena`.
    static MemorySegment allocate(long bytes, long alignment, Arena arena) {
        Calls calls = CALLS;
        MemorySegment mapped = calls == null || bytes < LARGE_PAGE_BYTES ? null : calls.map(bytes, arena);
        return mapped == null ? arena.allocate(bytes, alignment) : mapped;
    }

    private record Calls(MethodHandle mmap, MethodHandle madvise, MethodHandle munmap) {
        static @Nullable Calls find() {
            if (!System.getProperty("os.name").equals("Linux")) {
                return null;
            }
            try {
                return new Calls(
                        handle("mmap", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG),
                        handle("madvise", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT),
                        handle("munmap", JAVA_INT, JAVA_LONG, JAVA_LONG));
            } catch (RuntimeException e) {
                System.getLogger(LargePages.class.getName())
                        .log(System.Logger.Level.DEBUG, "no large pages for ticks", e);
                return null;
            }
        }

        @SuppressWarnings("restricted")
        private static MethodHandle handle(String function, MemoryLayout result, MemoryLayout... arguments) {
            Linker linker = Linker.nativeLinker();
            MemorySegment address = linker.defaultLookup().findOrThrow(function);
            return linker.downcallHandle(address, FunctionDescriptor.of(result, arguments));
        }

        /// Maps `bytes` that begin with a large page, or returns null if that is refused.
        @SuppressWarnings("restricted")
        @Nullable
        MemorySegment map(long bytes, Arena arena) {
            long mapped = bytes + LARGE_PAGE_BYTES;
            try {
                long at = (long) mmap.invokeExact(0L, mapped, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0L);
                if (at == FAILED) {
                    return null;
                }
                long from = (at + LARGE_PAGE_BYTES - 1) & -LARGE_PAGE_BYTES;
                int _ = (int) madvise.invokeExact(from, bytes, HUGE_PAGE); // a kernel without them uses small ones
                return MemorySegment.ofAddress(from).reinterpret(bytes, arena, _ -> unmap(at, mapped));
            } catch (Throwable e) {
                throw new IllegalStateException("memory for ticks cannot be mapped: " + e, e);
            }
        }

        private void unmap(long at, long bytes) {
            try {
                int _ = (int) munmap.invokeExact(at, bytes);
            } catch (Throwable e) {
                throw new IllegalStateException("memory of ticks cannot be freed: " + e, e);
            }
        }
    }
}
