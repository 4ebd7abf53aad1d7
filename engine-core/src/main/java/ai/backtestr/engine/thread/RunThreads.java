package ai.backtestr.engine.thread;

/// How a run uses its two threads: the engine thread, which is the one that calls `run()`, and the producer that
/// reads ahead of it. It changes the speed and never the result.
///
/// @param waiting how they wait for each other
/// @param engineCpu the processor that the engine thread is kept on during the run, from 0, or [#ANY]
/// @param producerCpu the processor that the producer is kept on, from 0, or [#ANY]
public record RunThreads(Waiting waiting, int engineCpu, int producerCpu) {
    /// Wherever the operating system puts it.
    public static final int ANY = -1;

    /// Sleeping when there is nothing to do, on any processor.
    public static final RunThreads DEFAULT = new RunThreads(Waiting.SLEEPING, ANY, ANY);

    public RunThreads {
        if (engineCpu < ANY || producerCpu < ANY) {
            throw new IllegalArgumentException(
                    "processors are numbered from 0, so there is none numbered " + Math.min(engineCpu, producerCpu));
        }
    }

    /// Returns these with another way to wait.
    public RunThreads with(Waiting newWaiting) {
        return new RunThreads(newWaiting, engineCpu, producerCpu);
    }

    /// Returns these with threads kept on processors.
    public RunThreads pinned(int newEngineCpu, int newProducerCpu) {
        return new RunThreads(waiting, newEngineCpu, newProducerCpu);
    }
}
