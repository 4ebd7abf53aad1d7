package ai.backtestr.desktop.window;

/// A pause that ends when the test says so.
final class HandPause implements Pause {
    private Runnable waiting = () -> {};

    @Override
    public void restart(Runnable then) {
        waiting = then;
    }

    @Override
    public void stop() {
        waiting = () -> {};
    }

    void pass() {
        Runnable then = waiting;
        stop();
        then.run();
    }
}
