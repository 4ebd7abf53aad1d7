package ai.backtestr.desktop.window;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// A pause on the toolkit's clock. FX thread only.
final class FxPause implements Pause {
    private final PauseTransition pause;

    FxPause(double lengthMs) {
        pause = new PauseTransition(Duration.millis(lengthMs));
    }

    @Override
    public void restart(Runnable then) {
        pause.setOnFinished(event -> then.run());
        pause.playFromStart();
    }

    @Override
    public void stop() {
        pause.stop();
    }
}
