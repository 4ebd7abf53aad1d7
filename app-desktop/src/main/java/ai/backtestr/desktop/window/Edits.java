package ai.backtestr.desktop.window;

/// Tells when what the user is changing is to count: typing after a pause, a slider or a choice at once.
///
/// Threads: belongs to the FX thread.
final class Edits {
    private final Pause typing;
    private final Runnable onSettled;
    private boolean pending;

    /// @param typing how long to wait after a key
    /// @param onSettled called when a change counts
    Edits(Pause typing, Runnable onSettled) {
        this.typing = typing;
        this.onSettled = onSettled;
    }

    /// Takes in a change that others may follow shortly.
    void edited() {
        pending = true;
        typing.restart(this::settle);
    }

    /// Has the changes taken in count now; without effect if there are none.
    void settle() {
        if (pending) {
            forget();
            onSettled.run();
        }
    }

    /// Drops the changes taken in.
    void forget() {
        pending = false;
        typing.stop();
    }
}
