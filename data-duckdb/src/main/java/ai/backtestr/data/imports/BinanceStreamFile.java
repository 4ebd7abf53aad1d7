package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import ai.backtestr.engine.tick.TickFlags;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A recording of Binance's websocket streams, see [BinanceStream].
///
/// @param source the file
record BinanceStreamFile(SourceFile source) implements TickFile {
    private static final int LONGEST_LINE = 16 * 1024 * 1024;

    @Override
    public String describe() {
        return "binance-stream, quotes and trades, times in ns as they arrived";
    }

    @Override
    public TickReader read(ImportWatch watch) {
        return new Reader(source, watch);
    }

    private static final class Reader implements TickReader {
        private final SourceFile file;
        private final BufferedReader lines;
        private final StringBuilder line = new StringBuilder();
        private final BinanceMessage message = new BinanceMessage();
        private final RawTick tick = new RawTick('.');
        private String symbol = "";

        Reader(SourceFile file, ImportWatch watch) {
            this.file = file;
            MeteredStream raw = file.open(watch);
            try {
                lines = new BufferedReader(new InputStreamReader(Packing.unpack(raw), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw abandon(raw, file.failure(e));
            }
        }

        private static StoreException abandon(MeteredStream raw, StoreException reason) {
            try {
                raw.close();
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
            return reason;
        }

        @Override
        public boolean next() {
            do {
                if (!nextLine()) {
                    return false;
                }
                tick.line++;
            } while (line.isEmpty());
            tick.reason = decode();
            return true;
        }

        /// Reads a line without what ends it; one that never ends must not fill the memory.
        private boolean nextLine() {
            line.setLength(0);
            try {
                int c = lines.read();
                if (c < 0) {
                    return false;
                }
                for (; c >= 0 && c != '\n'; c = lines.read()) {
                    line.append((char) c);
                    if (line.length() == LONGEST_LINE) {
                        throw new StoreException(
                                file.where() + ":" + (tick.line + 1) + ": the line does not end within "
                                        + LONGEST_LINE / 1024 / 1024 + " MB; nothing was imported; get the file again");
                    }
                }
            } catch (IOException e) {
                throw file.failure(e);
            }
            if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
                line.setLength(line.length() - 1);
            }
            return true;
        }

        /// Takes the line over; returns why it is no tick, or nothing.
        private String decode() {
            int space = line.indexOf(" ");
            if (space != 19 || !time(line.substring(0, space))) {
                return "line does not begin with the nanoseconds of its arrival";
            }
            String flaw = message.read(line.substring(space + 1));
            if (!flaw.isEmpty()) {
                return flaw;
            }
            return switch (message.event()) {
                case "trade" -> ofOneSymbol(this::trade);
                case "bookTicker" -> ofOneSymbol(this::quote);
                default -> message.event() + " holds neither the best bid and ask nor a trade";
            };
        }

        private boolean time(String digits) {
            try {
                tick.timeNs = Long.parseLong(digits);
                return tick.timeNs > 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        /// A recording of several instruments must not become ticks of one.
        private String ofOneSymbol(Supplier<String> decoder) {
            String told = message.text("s");
            if (told == null) {
                return "message names no symbol";
            }
            if (symbol.isEmpty()) {
                symbol = told;
            }
            return symbol.equals(told)
                    ? decoder.get()
                    : "message is of " + told + " where those of " + symbol + " are taken";
        }

        private String trade() {
            tick.quote = false;
            String maker = message.text("m");
            if (maker == null) {
                return "trade does not tell whether the buyer was the maker";
            }
            tick.aggressor = maker.equals("true") ? TickFlags.AGGRESSOR_SELL : TickFlags.AGGRESSOR_BUY;
            String flaw = price("p", tick.bid);
            return flaw.isEmpty() ? size("q", tick.bidSize) : flaw;
        }

        private String quote() {
            tick.quote = true;
            return Stream.<Supplier<String>>of(
                            () -> price("b", tick.bid),
                            () -> price("a", tick.ask),
                            () -> size("B", tick.bidSize),
                            () -> size("A", tick.askSize))
                    .map(Supplier::get)
                    .filter(flaw -> !flaw.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        private String price(String field, DecimalField into) {
            String flaw = number(field, into);
            return flaw.isEmpty() && into.signum() <= 0 ? field + " " + message.text(field) + " is not positive" : flaw;
        }

        private String size(String field, DecimalField into) {
            String flaw = number(field, into);
            return flaw.isEmpty() && into.signum() < 0 ? field + " " + message.text(field) + " is negative" : flaw;
        }

        private String number(String field, DecimalField into) {
            String text = message.text(field);
            if (text == null) {
                return "message has no '" + field + "'";
            }
            return into.read(text) ? "" : field + " " + text + " is not a number";
        }

        @Override
        public RawTick tick() {
            return tick;
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw file.failure(e);
            }
        }
    }
}
