package ai.backtestr.render.history;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.render.fixture.RecordedHistory;
import ai.backtestr.render.series.PriceColumns;
import ai.backtestr.render.series.SlotAxis;
import ai.backtestr.render.series.TickHistory;
import ai.backtestr.render.series.TickPoints;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryViewTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long HOUR_NS = 60 * MINUTE_NS;
    private static final int PIXELS = 700;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final RecordedHistory history = new RecordedHistory(40_000, 8, seed);
    private final SlotAxis axis = history.axis(HOUR_NS);
    private final HistoryView view = new HistoryView(history, axis, () -> {}, problem -> {});

    @AfterEach
    void close() {
        history.letExactReadsGoOn();
        view.close();
    }

    private void load(double left, double pixelsPerSlot) {
        view.look(left, pixelsPerSlot, PIXELS);
        view.awaitLoaded();
        view.look(left, pixelsPerSlot, PIXELS);
    }

    /// Finds each tick's column by its position rather than the other way round.
    private String[] slowColumns() {
        String[] expected = new String[view.count()];
        for (int c = 0; c < expected.length; c++) {
            long fromNs = view.axis().timeNs(view.position(c));
            long toNs = view.axis().timeNs(view.position(c + 1));
            double first = Double.NaN;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double last = Double.NaN;
            for (int i = 0; i < history.count(); i++) {
                if (history.timeNs(i) >= fromNs && history.timeNs(i) < toNs) {
                    first = Double.isNaN(first) ? history.bid(i) : first;
                    low = Math.min(low, history.bid(i));
                    high = Math.max(high, history.bid(i));
                    last = history.bid(i);
                }
            }
            expected[c] = Double.isNaN(first) ? "none" : first + " " + low + " " + high + " " + last;
        }
        return expected;
    }

    private String[] columns() {
        PriceColumns columns = view.columns();
        String[] texts = new String[view.count()];
        for (int c = 0; c < texts.length; c++) {
            texts[c] = columns.isPresent(c)
                    ? columns.first(c) + " " + columns.low(c) + " " + columns.high(c) + " " + columns.last(c)
                    : "none";
        }
        return texts;
    }

    @Test
    void shouldShowTheColumnsOfEveryTickAtAnyZoom() {
        for (int round = 0; round < 25; round++) {
            double pixelsPerSlot = Math.exp(random.nextDouble() * 22 - 3);
            double left = random.nextDouble() * axis.count();

            load(left, pixelsPerSlot);

            assertThat(view.isComplete()).isTrue();
            assertThat(columns())
                    .as("seed %d, %s from %s", seed, pixelsPerSlot, left)
                    .isEqualTo(slowColumns());
        }
    }

    @Test
    void shouldShowTheColumnsOfEveryTickWhilePanning() {
        double pixelsPerSlot = 0.7;
        double left = axis.count() / 2.0;
        for (int round = 0; round < 12; round++) {
            left += (random.nextDouble() - 0.4) * 400;

            load(left, pixelsPerSlot);

            assertThat(columns()).as("seed %d, from %s", seed, left).isEqualTo(slowColumns());
        }
    }

    @Test
    void shouldReadNoColumnTwiceWhilePanning() {
        load(400, 1.5);
        long before = history.columnsRead();

        load(400 + 10 / 1.5, 1.5);

        // What is read ahead moves along by as many columns on both sides.
        assertThat(history.columnsRead() - before).isLessThanOrEqualTo(3 * PIXELS);
        assertThat(columns()).isEqualTo(slowColumns());
    }

    @Test
    void shouldShowTheCoarserLevelAtOnceWhileTheExactOneLoads() {
        load(100, 0.8);
        history.holdExactReads();

        view.look(300, 90, PIXELS);

        assertThat(view.isComplete()).isFalse();
        long present = 0;
        for (int c = 0; c < view.count(); c++) {
            present += view.columns().isPresent(c) ? 1 : 0;
        }
        assertThat(present).isEqualTo(view.count());
    }

    @Test
    void shouldKeepEverySpikeInTheCoarserLevel() {
        view.awaitLoaded();
        view.look(0, (double) PIXELS / axis.count(), PIXELS);

        double highest = 0;
        for (int i = 0; i < history.count(); i++) {
            highest = Math.max(highest, history.bid(i));
        }
        double shown = 0;
        for (int c = 0; c < view.count(); c++) {
            shown = view.columns().isPresent(c) ? Math.max(shown, view.columns().high(c)) : shown;
        }
        assertThat(shown).isEqualTo(highest);
    }

    @Test
    void shouldLeaveWhatHasScrolledAway() {
        load(100, 0.8);
        long before = history.columnsRead();
        history.holdExactReads();
        for (int i = 0; i < 50; i++) {
            view.look(100 + i * 20, 0.8 + i, PIXELS);
        }
        history.letExactReadsGoOn();
        view.awaitLoaded();
        view.look(100 + 49 * 20, 49.8, PIXELS);

        assertThat(view.isComplete()).isTrue();
        assertThat(history.columnsRead() - before).isLessThan(10 * PIXELS);
    }

    @Test
    void shouldShowTicksWhereTheyAreFarApart() {
        long timeNs = history.timeNs(20_000);
        double left = axis.position(timeNs);

        load(left - 1e-9, 5_000);

        TickPoints ticks = Objects.requireNonNull(view.ticks());
        int found = 0;
        while (ticks.timeNs(found) < timeNs) {
            found++;
        }
        for (int i = 0; i < 5; i++) {
            assertThat(ticks.timeNs(found + i)).isEqualTo(history.timeNs(20_000 + i));
            assertThat(ticks.bid(found + i)).isEqualTo(history.bid(20_000 + i));
        }
    }

    @Test
    void shouldShowBarsOfAnotherLengthFromTheSameHistory() {
        load(100, 8);
        view.setAxis(history.axis(15 * MINUTE_NS));

        load(400, 8);

        assertThat(view.isBars()).isTrue();
        assertThat(columns()).isEqualTo(slowColumns());
    }

    /// By the full recursion over every bar from the first one on, unrounded.
    private String[] slowHeikinAshi() {
        String[] bars = new String[axis.count()];
        double open = Double.NaN;
        double close = Double.NaN;
        for (int slot = 0; slot < bars.length; slot++) {
            double first = Double.NaN;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double last = Double.NaN;
            for (int i = 0; i < history.count(); i++) {
                if (history.timeNs(i) >= axis.timeNs(slot) && history.timeNs(i) < axis.timeNs(slot + 1)) {
                    first = Double.isNaN(first) ? history.bid(i) : first;
                    low = Math.min(low, history.bid(i));
                    high = Math.max(high, history.bid(i));
                    last = history.bid(i);
                }
            }
            if (!Double.isNaN(first)) {
                open = Double.isNaN(open) ? (first + last) / 2 : (open + close) / 2;
                close = (first + high + low + last) / 4;
                double shownOpen = Math.floor(open + 0.5);
                double shownClose = Math.floor(close + 0.5);
                bars[slot] = shownOpen + " " + Math.min(low, Math.min(shownOpen, shownClose)) + " "
                        + Math.max(high, Math.max(shownOpen, shownClose)) + " " + shownClose;
            } else {
                bars[slot] = "none";
            }
        }
        return bars;
    }

    @Test
    void shouldShowHeikinAshiBarsAsIfAllBarsBeforeHadBeenTakenIn() {
        String[] expected = slowHeikinAshi();
        view.setAxis(axis.withHeikinAshi());
        double left = axis.count() / 3.0;
        for (int round = 0; round < 25; round++) {
            double pixelsPerSlot = HistoryView.NARROWEST_BAR_PIXELS + random.nextDouble() * 40;
            left = round % 3 == 0 ? random.nextDouble() * axis.count() : left + (random.nextDouble() - 0.5) * 60;

            load(left, pixelsPerSlot);

            String[] columns = columns();
            for (int c = 0; c < columns.length; c++) {
                long slot = view.number(c);
                if (slot >= 0 && slot < axis.count()) {
                    assertThat(columns[c])
                            .as("seed %d, slot %d from %s", seed, slot, left)
                            .isEqualTo(expected[(int) slot]);
                }
            }
        }
    }

    @Test
    void shouldShowPricesTradedWhereHeikinAshiBarsHaveNoRoom() {
        view.setAxis(axis.withHeikinAshi());

        load(100, 1);

        assertThat(view.isBars()).isFalse();
        assertThat(view.count()).isEqualTo(PIXELS);
    }

    @Test
    void shouldLoadForManyChartsAtOnceOnTwoThreads() {
        Set<Thread> loaders = ConcurrentHashMap.newKeySet();
        List<HistoryView> views = IntStream.range(0, 8)
                .mapToObj(i -> new HistoryView(history, axis, () -> loaders.add(Thread.currentThread()), problem -> {}))
                .toList();
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < views.size(); i++) {
                views.get(i).look(i * 20 + round * 7, 4 + i, PIXELS);
            }
        }
        load(160, 5);
        for (int i = 0; i < views.size(); i++) {
            HistoryView one = views.get(i);
            one.awaitLoaded();
            one.look(i * 20 + 28, 4 + i, PIXELS);
            assertThat(one.isComplete()).as("view %s", i).isTrue();
            one.close();
        }
        assertThat(loaders).hasSizeBetween(1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void shouldGoOnAfterAReadingThatFails(int reads) {
        List<RuntimeException> problems = new CopyOnWriteArrayList<>();
        AtomicInteger left = new AtomicInteger(reads);
        TickHistory failingOnce = new FailingHistory(history, left);
        try (HistoryView failing = new HistoryView(failingOnce, axis, () -> {}, problems::add)) {
            for (int look = 0; look < 3; look++) {
                failing.look(look * 100, 1, PIXELS);
                failing.awaitLoaded();
            }
            failing.look(200, 1, PIXELS);
            assertThat(problems)
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .isEqualTo("the disk is away");
            assertThat(failing.isComplete()).isTrue();
        }
    }

    /// Fails once, after so many readings.
    private record FailingHistory(TickHistory history, AtomicInteger left) implements TickHistory {
        @Override
        public void columns(long[] startsNs, boolean exact, PriceColumns into, int from, int to) {
            if (left.getAndDecrement() == 0) {
                throw new IllegalStateException("the disk is away");
            }
            history.columns(startsNs, exact, into, from, to);
        }

        @Override
        public boolean ticks(long fromNs, long toNs, TickPoints into) {
            return history.ticks(fromNs, toNs, into);
        }

        @Override
        public double unitsPerPrice() {
            return history.unitsPerPrice();
        }

        @Override
        public boolean hasVolume() {
            return history.hasVolume();
        }
    }
}
