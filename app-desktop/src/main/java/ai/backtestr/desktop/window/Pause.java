package ai.backtestr.desktop.window;

/// Waits a moment and then does something on the FX thread, unless asked again meanwhile.
interface Pause {
    /// Begins to wait, anew if it waits already; does `then` at the end.
    void restart(Runnable then);

    /// Stops waiting; nothing is done.
    void stop();
}
