package ai.backtestr.benchmarks.chart;

import ai.backtestr.benchmarks.scrub.ProcessMemory;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What this process holds at one moment, by kinds.
///
/// @param minute since it began to be looked at
/// @param bytes of each kind; 0 where the system does not tell
record HeldMemory(double minute, Map<Kind, Long> bytes) {
    private static final double MEGA = 1e6;

    /// A kind of memory.
    enum Kind {
        HEAP("heap after a collection", "heap", true),
        PAGES("decoded pages, off the heap", "pages", true),
        /// Among them the two pictures of the window that the toolkit presents by turns, or lets go of.
        DIRECT("direct buffers", "direct", false),
        ANONYMOUS("resident, without mapped files", "anonymous", true),
        FILES("resident, mapped files", "files", false),
        RESIDENT("resident, all", "resident", false);

        private final String title;
        private final String shortTitle;
        private final boolean counted;

        Kind(String title, String shortTitle, boolean counted) {
            this.title = title;
            this.shortTitle = shortTitle;
            this.counted = counted;
        }

        String title() {
            return title;
        }

        /// Tells whether it must not grow; mapped files are the system's to take back, and direct buffers are part
        /// of what is resident.
        boolean isCounted() {
            return counted;
        }
    }

    /// Collects garbage and looks.
    ///
    /// @param pageBytes what decoded pages take
    static HeldMemory now(double minute, long pageBytes) {
        System.gc();
        Optional<ProcessMemory> process = ProcessMemory.now();
        Map<Kind, Long> bytes = new EnumMap<>(Kind.class);
        bytes.put(
                Kind.HEAP,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        bytes.put(Kind.PAGES, pageBytes);
        bytes.put(Kind.DIRECT, directBytes());
        bytes.put(Kind.ANONYMOUS, process.map(ProcessMemory::anonymousBytes).orElse(0L));
        bytes.put(Kind.FILES, process.map(ProcessMemory::fileBytes).orElse(0L));
        bytes.put(Kind.RESIDENT, process.map(ProcessMemory::residentBytes).orElse(0L));
        return new HeldMemory(minute, bytes);
    }

    private static long directBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    long bytes(Kind kind) {
        return bytes.getOrDefault(kind, 0L);
    }

    static String heading() {
        StringBuilder line = new StringBuilder();
        for (Kind kind : Kind.values()) {
            line.append(String.format(Locale.ROOT, "%10s", kind.shortTitle));
        }
        return line.toString();
    }

    String row() {
        StringBuilder line = new StringBuilder();
        for (Kind kind : Kind.values()) {
            line.append(String.format(Locale.ROOT, "%10.2f", bytes(kind) / MEGA));
        }
        return line.toString();
    }
}
