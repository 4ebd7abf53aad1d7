package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.StoreException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// In which order ticks are stored, and which content is stored once.
class StoredOrderTest extends ImportTest {
    @Test
    void shouldSortRowsOutOfOrderAndKeepTheFilesOrderAmongEqualTimes() throws IOException {
        ImportReport report = load("BTCUSD", "f.csv", """
                time,price,size
                1385337603,1,1
                1385337601,2,1
                1385337603,3,1
                1385337601,4,1
                1385337601,2,1
                1385337602,5,1
                """);

        assertThat(report.stored().tally().outOfOrder()).isEqualTo(2);
        assertThat(Ticks.all(store, "BTCUSD"))
                .containsExactly(
                        "1385337601" + S + " 2 1",
                        "1385337601" + S + " 4 1",
                        "1385337601" + S + " 2 1",
                        "1385337602" + S + " 5 1",
                        "1385337603" + S + " 1 1",
                        "1385337603" + S + " 3 1");
    }

    @Test
    void shouldNeitherMergeNorDropEqualTicks() throws IOException {
        load("BTCUSD", "f.csv", "time,price,size\n" + "1385337600,800,1\n".repeat(5_000));

        assertThat(Ticks.all(store, "BTCUSD")).hasSize(5_000).containsOnly("1385337600" + S + " 800 1");
    }

    @Test
    void shouldRecogniseContentAlreadyImported() throws IOException {
        ImportReport first = load("BTCUSD", "f.csv", "time,price,size\n1385337600,800,1\n1385337601,bad,1\n");
        ImportReport again = load("BTCUSD", "copy.csv", "time,price,size\n1385337600,800,1\n1385337601,bad,1\n");

        assertThat(first.alreadyImported()).isFalse();
        assertThat(again.alreadyImported()).isTrue();
        assertThat(again.stored()).isEqualTo(first.stored());
        assertThat(again.rejections()).isEqualTo(first.rejections());
        assertThat(Ticks.query(store, "SELECT count(*) FROM tick")).containsExactly("1");
    }

    @Test
    void shouldStopAtOverlapAndChangeNothing() throws IOException {
        load("BTCUSD", "a.csv", "time,price,size\n1385337600,800,1\n1385337610,800,1\n");

        assertThatThrownBy(() -> load("BTCUSD", "b.csv", "time,price,size\n1385337610,801,1\n1385337620,801,1\n"))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll(
                        "b.csv: BTCUSD already has ticks from 2013-11-25T00:00:00Z to 2013-11-25T00:00:10Z",
                        "nothing was imported");
        assertThat(Ticks.all(store, "BTCUSD")).hasSize(2);
        assertThat(Ticks.query(store, "SELECT count(*) FROM imports")).containsExactly("1");
    }

    @Test
    void shouldDigestTheSameHoweverTicksAreSplitOverFiles() throws IOException {
        String header = "time,price,size\n";
        String early = "1385337600,800.1,1\n1385337600,800.2,1\n";
        String late = "1385337601,800.3,1\n1385337602,800.4,1\n";
        ImportReport whole = load("WHOLE", "w.csv", header + early + late);
        load("SPLIT", "late.csv", header + late);
        load("SPLIT", "early.csv", header + early);

        assertThat(Ticks.digest(store, "SPLIT"))
                .isEqualTo(Ticks.digest(store, "WHOLE"))
                .isEqualTo(whole.stored().dataDigest());
        assertThat(Ticks.all(store, "SPLIT")).isEqualTo(Ticks.all(store, "WHOLE"));
    }
}
