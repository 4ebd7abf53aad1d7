package ai.backtestr.desktop.drawing;

import ai.backtestr.desktop.output.PlacedFile;
import ai.backtestr.render.drawing.Anchor;
import ai.backtestr.render.drawing.Drawing;
import ai.backtestr.render.drawing.DrawingKind;
import ai.backtestr.render.drawing.DrawingStyle;
import ai.backtestr.render.drawing.LinePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The file that holds the drawings of an instrument. It is replaced as a whole, so that it is complete whenever the
/// program ends.
///
/// Any thread; both methods wait for the disk.
public final class DrawingFile {
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// What was read.
    ///
    /// @param drawings those of the file, from back to front; none if it is not there
    /// @param problem what was wrong with the file; null for nothing
    public record Loaded(List<Drawing> drawings, @Nullable String problem) {}

    private final Path path;

    /// @param folder where it lies; made when something is to be written
    /// @param symbol the instrument
    public DrawingFile(Path folder, String symbol) {
        path = folder.resolve(symbol + ".json");
    }

    /// Reads it. One that cannot be understood is moved aside, to a name that ends in `.damaged`.
    public Loaded load() {
        byte[] content;
        try {
            if (!Files.exists(path)) {
                return new Loaded(List.of(), null);
            }
            content = Files.readAllBytes(path);
        } catch (IOException e) {
            return new Loaded(List.of(), path + " cannot be read (" + e + "); its drawings are not shown");
        }
        try {
            return new Loaded(parse(content), null);
        } catch (JacksonException | IllegalArgumentException e) {
            return new Loaded(List.of(), moveAside(e));
        }
    }

    private static List<Drawing> parse(byte[] content) {
        JsonNode all = MAPPER.readTree(content);
        int version = all.path("version").asInt(0);
        if (version != VERSION) {
            throw new IllegalArgumentException("drawings of version " + version + ", not " + VERSION);
        }
        List<Drawing> drawings = new ArrayList<>();
        for (JsonNode node : all.path("drawings")) {
            drawings.add(drawing(node));
        }
        return drawings;
    }

    private static Drawing drawing(JsonNode node) {
        List<Anchor> anchors = new ArrayList<>();
        for (JsonNode anchor : node.path("anchors")) {
            anchors.add(new Anchor(
                    anchor.required("timeNs").longValue(),
                    anchor.required("price").doubleValue()));
        }
        DrawingStyle style = new DrawingStyle(
                Color.web(node.required("colour").stringValue()),
                node.required("width").doubleValue(),
                LinePattern.valueOf(node.required("line").stringValue()));
        return new Drawing(
                node.required("id").longValue(),
                DrawingKind.valueOf(node.required("kind").stringValue()),
                anchors,
                style,
                node.path("text").asString(""));
    }

    private String moveAside(RuntimeException reason) {
        Path aside = path.resolveSibling(path.getFileName() + ".damaged");
        String words = reason instanceof JacksonException broken
                ? broken.getOriginalMessage()
                : String.valueOf(reason.getMessage());
        String problem =
                path + " is not understood (" + words.lines().findFirst().orElse("") + "); no drawings are shown";
        try {
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
            return problem + " and it is kept as " + aside.getFileName();
        } catch (IOException e) {
            return problem + "; it cannot be moved aside (" + e + ")";
        }
    }

    /// Replaces it.
    ///
    /// @throws ai.backtestr.desktop.problem.ProblemException if it cannot be written; it is then as it was
    public void save(List<Drawing> drawings) {
        ObjectNode all = MAPPER.createObjectNode().put("version", VERSION);
        ArrayNode nodes = all.putArray("drawings");
        for (Drawing drawing : drawings) {
            write(drawing, nodes.addObject());
        }
        PlacedFile.write(path, MAPPER.writeValueAsBytes(all));
    }

    private static void write(Drawing drawing, ObjectNode node) {
        node.put("id", drawing.id());
        node.put("kind", drawing.kind().name());
        ArrayNode anchors = node.putArray("anchors");
        for (Anchor anchor : drawing.anchors()) {
            anchors.addObject().put("timeNs", anchor.timeNs()).put("price", anchor.price());
        }
        DrawingStyle style = drawing.style();
        node.put("colour", "#" + style.colour().toString().substring(2, 8).toUpperCase(Locale.ROOT));
        node.put("width", style.width());
        node.put("line", style.pattern().name());
        node.put("text", drawing.text());
    }
}
