package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.PagesProgress;
import ai.backtestr.data.store.QualityReport;
import ai.backtestr.data.store.QualityReport.Kind;
import ai.backtestr.data.store.QualityReport.Place;
import ai.backtestr.data.store.QualityReport.Sum;
import ai.backtestr.engine.bar.Timeframe;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// What stands out in all that is stored, place by place.
class QualityReportTest extends BarImportTest {
    private static final PagesProgress CANCELLED = new PagesProgress() {
        @Override
        public void update(long ticks, long ofTicks) {
            throw new AssertionError("it goes on");
        }

        @Override
        public boolean cancelled() {
            return true;
        }
    };

    @Test
    void shouldTellStretchesOfLockedCrossedAndRepeatedQuotes() throws IOException {
        load("EURUSD", "a.csv", """
                time,bid,ask
                2014-05-06 08:00:00,1.3761,1.3762
                2014-05-06 08:00:01,1.3761,1.3761
                2014-05-06 08:00:02,1.3762,1.3762
                2014-05-06 08:00:03,1.3763,1.3762
                2014-05-06 08:00:04,1.3761,1.3762
                2014-05-06 08:00:04,1.3761,1.3762
                2014-05-06 08:00:04,1.3761,1.3762
                2014-05-06 08:00:05,1.3762,1.3762
                """);
        QualityReport report = store.report("EURUSD", PagesProgress.NONE);

        assertThat(report.looked()).isEqualTo(8);
        assertThat(report.sum(Kind.LOCKED)).isEqualTo(new Sum(3, 2));
        assertThat(report.sum(Kind.CROSSED)).isEqualTo(new Sum(1, 1));
        assertThat(report.sum(Kind.DUPLICATE)).isEqualTo(new Sum(2, 1));
        assertThat(report.sum(Kind.SPIKE)).isEqualTo(Sum.NONE);
        assertThat(report.places())
                .containsExactly(
                        place(Kind.LOCKED, "08:00:01", "08:00:02", 2, "bid and ask 1.3761"),
                        place(Kind.CROSSED, "08:00:03", "08:00:03", 1, "bid 1.3763, ask 1.3762"),
                        place(Kind.DUPLICATE, "08:00:04", "08:00:04", 2, "equal in everything to the tick before"),
                        place(Kind.LOCKED, "08:00:05", "08:00:05", 1, "bid and ask 1.3762"));
    }

    private static Place place(Kind kind, String from, String to, long rows, String detail) {
        return new Place(kind, Ticks.ns("2014-05-06T" + from + "Z"), Ticks.ns("2014-05-06T" + to + "Z"), rows, detail);
    }

    /// Neither import has a gap.
    @Test
    void shouldFindTheGapBetweenTwoImportsAndNoneOnceItIsFilled() throws IOException {
        load("EURUSD", "a.csv", "time,bid,ask\n2014-05-06 08:00:00,1.3761,1.3762\n");
        load("EURUSD", "b.csv", "time,bid,ask\n2014-05-06 08:50:00,1.3761,1.3762\n");
        assertThat(store.report("EURUSD", PagesProgress.NONE).places())
                .containsExactly(place(Kind.GAP, "08:00:00", "08:50:00", 1, "no tick for 3000 s"));

        load("EURUSD", "c.csv", "time,bid,ask\n2014-05-06 08:25:00,1.3761,1.3762\n");
        assertThat(store.report("EURUSD", PagesProgress.NONE).places()).isEmpty();
    }

    @Test
    void shouldTellWhereBarsStandOut() throws IOException {
        loadBars("AAPL", "1d", "f.csv", """
                time,open,high,low,close
                2013-11-27,10,12,9,11
                2013-11-28,10,12,9,11
                2013-12-02,10,12,9,11
                """);
        assertThat(store.bars()
                        .report("AAPL", Timeframe.ONE_DAY, PagesProgress.NONE)
                        .places())
                .extracting(place -> place.kind().title() + ": " + place.detail())
                .containsExactly("gap: no bar for 12600 s", "off hours: bars while stocks is closed");
    }

    @Test
    void shouldStopWhenAskedTo() throws IOException {
        load("EURUSD", "a.csv", "time,bid,ask\n2014-05-06 08:00:00,1.3761,1.3762\n");
        assertThatThrownBy(() -> store.report("EURUSD", CANCELLED)).isInstanceOf(CancellationException.class);
    }
}
