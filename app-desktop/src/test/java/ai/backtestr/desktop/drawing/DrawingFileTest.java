package ai.backtestr.desktop.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.drawing.Anchor;
import ai.backtestr.render.drawing.Drawing;
import ai.backtestr.render.drawing.DrawingBoard;
import ai.backtestr.render.drawing.DrawingKind;
import ai.backtestr.render.drawing.DrawingSet;
import ai.backtestr.render.drawing.DrawingStyle;
import ai.backtestr.render.drawing.LinePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingFileTest {
    @TempDir
    Path folder;

    private static List<Drawing> oneOfEach() {
        List<Drawing> all = new ArrayList<>();
        for (DrawingKind kind : DrawingKind.values()) {
            List<Anchor> anchors = new ArrayList<>();
            for (int i = 0; i < kind.anchors(); i++) {
                anchors.add(new Anchor(1_385_337_600_123_456_789L + i, 1.07125 + i));
            }
            DrawingStyle style = new DrawingStyle(Color.web("#E4572E"), 3, LinePattern.DOTTED);
            all.add(new Drawing(all.size() + 1, kind, anchors, style, kind == DrawingKind.TEXT ? "naïve \"гэп\"" : ""));
        }
        return all;
    }

    @Test
    void shouldBringBackEveryDrawingToTheNanosecond() {
        DrawingFile file = new DrawingFile(folder, "EURUSD");

        file.save(oneOfEach());

        assertThat(file.load()).isEqualTo(new DrawingFile.Loaded(oneOfEach(), null));
    }

    @Test
    void shouldBeginWithoutAFile() {
        assertThat(new DrawingFile(folder.resolve("none"), "EURUSD").load())
                .isEqualTo(new DrawingFile.Loaded(List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"version\": 2}",
                "{\"version\": 1, \"drawings\": [{\"id\": 1}]}",
                "{\"version\": 1, \"drawings\": [{\"id\": 1, \"kind\": \"RAY\", \"anchors\": [], \"colour\": \"#000000\", \"width\": 1, \"line\": \"SOLID\"}]}",
                "{\"version\": 1, \"drawings\": [{\"id\": 1, \"kind\": \"TEXT\", \"anchors\": [{\"timeNs\": 1, \"price\": 1}], \"colour\": \"#000000\", \"width\": 99, \"line\": \"SOLID\"}]}"
            })
    void shouldSetADamagedFileAsideAndSaySo(String content) throws IOException {
        Path path = folder.resolve("EURUSD.json");
        Files.writeString(path, content);

        DrawingFile.Loaded loaded = new DrawingFile(folder, "EURUSD").load();

        assertThat(loaded.drawings()).isEmpty();
        assertThat(loaded.problem()).contains("EURUSD.json").contains("EURUSD.json.damaged");
        assertThat(path).doesNotExist();
        assertThat(folder.resolve("EURUSD.json.damaged")).hasContent(content);
    }

    @Test
    void shouldHandTheSameDrawingsToAllChartsOfAnInstrumentAndKeepThem() {
        List<String> problems = Collections.synchronizedList(new ArrayList<>());
        List<Drawing> drawn = oneOfEach();
        FxThread.call(() -> {
            DrawingShelf shelf = new DrawingShelf(folder, Runnable::run, Runnable::run, problems::add);
            DrawingBoard one = new DrawingBoard(new PriceChart());
            DrawingBoard other = new DrawingBoard(new PriceChart());
            shelf.show("EURUSD", one);
            shelf.show("EURUSD", other);
            drawn.forEach(one.set()::put);
            assertThat(other.set().drawings()).isEqualTo(drawn);
            shelf.show("GBPUSD", other);
            assertThat(other.set().drawings()).isEmpty();
            shelf.save();
            return true;
        });

        DrawingSet again = FxThread.call(() -> {
            DrawingShelf shelf = new DrawingShelf(folder, Runnable::run, Runnable::run, problems::add);
            DrawingBoard board = new DrawingBoard(new PriceChart());
            shelf.show("EURUSD", board);
            return board.set();
        });
        assertThat(again.drawings()).isEqualTo(drawn);
        assertThat(folder.resolve("GBPUSD.json")).doesNotExist();
        assertThat(problems).isEmpty();
    }
}
