package ai.backtestr.engine.thread;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps a thread on one processor.
///
/// Linux only, by `sched_setaffinity(2)`. Where that cannot be done, on other systems, with fewer processors than
/// asked for or without the right to, it says so in the log and the thread runs wherever it is put.
public final class CpuAffinity {
    private static final System.Logger LOG = System.getLogger(CpuAffinity.class.getName());
    private static final int MASK_BYTES = 128; // 1024 processors, the kernel's cpu_set_t

    private CpuAffinity() {}

    /// Runs `task` on the calling thread, kept on processor `cpu` meanwhile; on any for [RunThreads#ANY].
    public static void runOn(int cpu, Runnable task) {
        byte[] before = cpu == RunThreads.ANY ? null : pin(cpu);
        try {
            task.run();
        } finally {
            if (before != null) {
                set(before);
            }
        }
    }

    /// Tells why a thread cannot be kept on processor `cpu`; nothing if it can, or for [RunThreads#ANY].
    public static Optional<String> obstacle(int cpu) {
        if (cpu == RunThreads.ANY) {
            return Optional.empty();
        }
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("that is done on Linux only");
        }
        try {
            byte[] allowed = mask();
            boolean isAllowed = cpu < MASK_BYTES * Byte.SIZE && (allowed[cpu >> 3] & 1 << (cpu & 7)) != 0;
            return isAllowed ? Optional.empty() : Optional.of("this process may not use a processor of that number");
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Returns the processors that the thread might use before, or null if they stand as they were.
    private static byte @Nullable [] pin(int cpu) {
        Optional<String> obstacle = obstacle(cpu);
        if (obstacle.isPresent()) {
            return without(cpu, obstacle.get());
        }
        try {
            byte[] before = mask();
            byte[] only = new byte[MASK_BYTES];
            only[cpu >> 3] = (byte) (1 << (cpu & 7));
            set(only);
            return before;
        } catch (RuntimeException e) {
            return without(cpu, String.valueOf(e.getMessage()));
        }
    }

    private static byte @Nullable [] without(int cpu, String reason) {
        LOG.log(
                System.Logger.Level.WARNING,
                "thread {0} is not kept on processor {1}: {2}; it runs wherever it is put",
                Thread.currentThread().getName(),
                cpu,
                reason);
        return null;
    }

    private static byte[] mask() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(MASK_BYTES, Long.BYTES);
            call("sched_getaffinity", mask);
            return mask.toArray(JAVA_BYTE);
        }
    }

    private static void set(byte[] bits) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(MASK_BYTES, Long.BYTES);
            mask.copyFrom(MemorySegment.ofArray(bits));
            call("sched_setaffinity", mask);
        }
    }

    @SuppressWarnings("restricted")
    private static void call(String function, MemorySegment mask) {
        int result;
        try {
            Linker linker = Linker.nativeLinker();
            MemorySegment address = linker.defaultLookup().findOrThrow(function);
            MethodHandle handle =
                    linker.downcallHandle(address, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
            result = (int) handle.invokeExact(0, (long) MASK_BYTES, mask); // 0: the calling thread
        } catch (Throwable e) {
            throw new IllegalStateException(function + " cannot be called: " + e, e);
        }
        if (result < 0) {
            throw new IllegalStateException(function + " was refused");
        }
    }
}
