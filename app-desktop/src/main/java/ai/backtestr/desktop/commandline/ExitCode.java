package ai.backtestr.desktop.commandline;

/// What the process tells the one who started it.
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int INTERRUPTED = 130;

    /// What a shell reports of programs that write into a closed pipe.
    static final int UNREAD = 141;

    private ExitCode() {}
}
