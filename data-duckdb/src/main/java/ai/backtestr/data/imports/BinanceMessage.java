package ai.backtestr.data.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The plain fields of a message of Binance's websocket streams, of a single one or of several combined, where it
/// is wrapped as `{"stream":…,"data":{…}}`. Used by one thread.
final class BinanceMessage {
    private final JsonFactory json = new JsonFactory();
    private final Map<String, String> fields = new HashMap<>();

    /// Takes the place of what was read before.
    ///
    /// @return why the text is no message; empty if it is one
    String read(String text) {
        fields.clear();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "message is no JSON object";
            }
            fields(parser);
            return "";
        } catch (JacksonException e) {
            return "message is no JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse("");
        }
    }

    private void fields(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = Objects.requireNonNull(parser.currentName());
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT && name.equals("data")) {
                fields(parser);
            } else if (value.isStructStart()) {
                parser.skipChildren();
            } else {
                fields.put(name, parser.getString());
            }
        }
    }

    /// The kind of event. On the spot market the best bid and ask come without one.
    String event() {
        String told = fields.get("e");
        if (told == null) {
            return fields.containsKey("b") && fields.containsKey("a") ? "bookTicker" : "message without an event";
        }
        return told;
    }

    /// Returns a field as it is written, without quotes, `null` if there is none of that name.
    @Nullable
    String text(String field) {
        return fields.get(field);
    }
}
