package ai.backtestr.benchmarks.chart;

import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.render.chart.PriceChart;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import org.HdrHistogram.Histogram;

/// Replays the recorded session on a chart, a step a pulse, and notes how long the FX thread takes to build
/// each frame, what the step itself does included. FX thread, but for [#await].
final class ChartSession {
    private static final double NANOS_A_SECOND = 1e9;

    private final PriceChart chart;
    private final StoredHistory history;
    private final List<SessionScript.Action> actions = SessionScript.read();
    private final Histogram builds = new Histogram(3);
    private final CountDownLatch done = new CountDownLatch(1);
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse();
        }
    };
    private int action;
    private int frame;
    private long steps;
    private long stepNs;

    ChartSession(PriceChart chart, StoredHistory history) {
        this.chart = chart;
        this.history = history;
        chart.setOnFramePainted(this::painted);
    }

    void start() {
        timer.start();
    }

    void await() throws InterruptedException {
        done.await();
    }

    Histogram builds() {
        return builds;
    }

    long steps() {
        return steps;
    }

    private void painted(long nanoseconds) {
        builds.recordValue(nanoseconds + stepNs);
        stepNs = 0;
    }

    private void pulse() {
        if (action == actions.size()) {
            timer.stop();
            done.countDown();
            return;
        }
        long startNs = System.nanoTime();
        step(actions.get(action));
        stepNs = System.nanoTime() - startNs;
        steps++;
        frame++;
        if (frame == actions.get(action).frames()) {
            frame = 0;
            action++;
        }
    }

    private void step(SessionScript.Action now) {
        switch (now.name()) {
            case "timeframe" -> {
                Timeframe timeframe = Timeframe.parse(now.arguments().getFirst());
                chart.setTitle(history.instrument().title(), timeframe.toString());
                chart.setAxis(history.axis(timeframe));
            }
            case "fit" -> chart.navigation().fitAll();
            case "zoom" -> chart.navigation().zoomAt(now.number(0) * chart.getWidth(), now.number(1));
            case "pan" -> chart.navigation().panBy(now.number(0));
            case "scrub" -> show((double) frame / Math.max(1, now.frames() - 1), now.number(0));
            case "jump" -> show(now.number(0), now.number(1));
            default -> throw new IllegalArgumentException("the session has no action " + now.name());
        }
    }

    private void show(double place, double seconds) {
        long fromNs = history.firstNs() + (long) ((history.lastNs() - history.firstNs()) * place);
        chart.navigation().showTimes(fromNs, fromNs + (long) (seconds * NANOS_A_SECOND));
    }
}
