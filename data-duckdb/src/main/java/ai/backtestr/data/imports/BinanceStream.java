package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Messages of Binance's websocket streams as they were received: in each line the nanoseconds since the epoch at
/// which it arrived, a space, and the message as JSON.
///
/// The best bid and ask (`bookTicker`) become quotes and `trade` messages trades, both at the time of arrival: that
/// of the exchange is not in all of them, and what a strategy could have known is when they came in. Changes
/// further down the book are no ticks.
final class BinanceStream extends TickFormat {
    private static final int HEAD_BYTES = 4096;
    private static final Pattern HEAD = Pattern.compile("(?s)\\d{19} \\{\"(stream|data|e|u|lastUpdateId)\":.*");

    BinanceStream() {
        super("binance-stream", "lines of the nanoseconds of arrival, a space and a websocket message in JSON");
    }

    /// Tells whether a file is one by how it begins.
    boolean recognises(SourceFile file) {
        return HEAD.matcher(new String(file.head(HEAD_BYTES), StandardCharsets.UTF_8))
                .matches();
    }

    @Override
    TickFile open(SourceFile file, Request request) {
        ImportOptions options = request.options();
        if (options.zone() != null || options.columns() != null || options.timePattern() != null) {
            throw new StoreException(file.where() + ": " + name()
                    + " has messages, and times of UTC; do not state columns, times or a zone");
        }
        if (!recognises(file)) {
            throw new StoreException(file.where() + " does not begin as " + name() + " does: " + expectation());
        }
        return new BinanceStreamFile(file);
    }
}
