package ai.backtestr.desktop.settings;

import ai.backtestr.engine.thread.RunThreads;
import ai.backtestr.engine.thread.Waiting;

/// How the machine is used.
///
/// @param waiting how the threads of a run wait for each other
/// @param engineCpu the processor the engine is kept on, or [RunThreads#ANY]
/// @param producerCpu the processor that reads ahead, or [RunThreads#ANY]
/// @param pageMegabytes how much of decoded ticks is kept in memory; 0 for what fits the machine
/// @param databaseMegabytes how much memory the database may take; 0 for what fits the machine
public record MachinePreferences(
        Waiting waiting, int engineCpu, int producerCpu, int pageMegabytes, int databaseMegabytes) {
    /// The product's own.
    public static final MachinePreferences DEFAULTS =
            new MachinePreferences(Waiting.SLEEPING, RunThreads.ANY, RunThreads.ANY, 0, 0);

    /// The least that work is possible with.
    public static final int LEAST_PAGE_MEGABYTES = 16;

    /// The least that work is possible with.
    public static final int LEAST_DATABASE_MEGABYTES = 128;

    /// The most that can be asked for, a terabyte.
    public static final int MOST_MEGABYTES = 1 << 20;

    public MachinePreferences {
        threads(waiting, engineCpu, producerCpu);
        require(pageMegabytes, LEAST_PAGE_MEGABYTES, "page");
        require(databaseMegabytes, LEAST_DATABASE_MEGABYTES, "database");
    }

    private static void require(int megabytes, int least, String what) {
        if (megabytes != 0 && (megabytes < least || megabytes > MOST_MEGABYTES)) {
            throw new IllegalArgumentException(what + " memory of " + megabytes + " MB is not within " + least + " and "
                    + MOST_MEGABYTES + "; 0 leaves it to the program");
        }
    }

    private static RunThreads threads(Waiting waiting, int engineCpu, int producerCpu) {
        return new RunThreads(waiting, engineCpu, producerCpu);
    }

    /// Returns how runs use their threads.
    public RunThreads threads() {
        return threads(waiting, engineCpu, producerCpu);
    }
}
