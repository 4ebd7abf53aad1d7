package ai.backtestr.data.imports;

import ai.backtestr.data.store.Rejection;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.time.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Collects what a preview shows. Used by one thread.
final class PreviewRows {
    private static final int LOOKED_AT = 2000;
    private static final List<String> TICK_COLUMNS =
            List.of("time (UTC)", "kind", "bid or price", "ask", "bid size or size", "ask size");
    private static final List<String> BAR_COLUMNS = List.of("start (UTC)", "open", "high", "low", "close", "volume");

    private final SourceFile file;
    private final List<ImportPreview.Row> rows = new ArrayList<>();
    private int read;
    private int rejected;
    private String first = "";

    private PreviewRows(SourceFile file) {
        this.file = file;
    }

    static ImportPreview ofTicks(
            SourceFiles sources, String symbol, ImportOptions options, Optional<Instrument> known) {
        SourceFile source = sources.files().getFirst();
        TickFile file = TickFormats.open(source, new Request(symbol, options));
        ImportWatch watch = new ImportWatch(ImportProgress.NONE, 0);
        FileFacts facts = new FileFacts();
        try (TickReader reader = file.read(watch)) {
            for (int row = 0; row < LOOKED_AT && reader.next(); row++) {
                if (reader.tick().reason.isEmpty()) {
                    facts.take(reader.tick());
                }
            }
        }
        Instrument instrument =
                known.orElseGet(() -> NewInstrument.of(symbol, facts.priceScale(), facts.quantityScale()));
        TickTaker taker = new TickTaker(instrument, facts.unit(), options.rejectCrossed());
        PreviewRows shown = new PreviewRows(source);
        TickBatch batch = new TickBatch(new TickColumns());
        try (TickReader reader = file.read(watch)) {
            RawTick tick = reader.tick();
            while (shown.read < LOOKED_AT && reader.next()) {
                taker.take(tick, batch);
                boolean isRefused = batch.refused > shown.rejected;
                shown.add(tick.line, isRefused ? batch.refusals.getLast().reason() : "", () -> cells(tick));
            }
        }
        return shown.preview(sources, file.describe(), TICK_COLUMNS);
    }

    static ImportPreview ofBars(SourceFiles sources, String symbol, BarOptions options, Optional<Instrument> known) {
        SourceFile source = sources.files().getFirst();
        Instrument instrument = known.orElseGet(() -> NewInstrument.of(symbol, 0, 0));
        BarFile file = BarFormats.open(source, symbol, options, instrument.calendar());
        PreviewRows shown = new PreviewRows(source);
        try (BarRows bars = file.read(new ImportWatch(ImportProgress.NONE, 0))) {
            RawBar bar = bars.bar();
            while (shown.read < LOOKED_AT && bars.next()) {
                shown.add(bar.line, bar.reason, () -> cells(bar));
            }
        }
        return shown.preview(sources, file.describe(), BAR_COLUMNS);
    }

    private void add(long line, String reason, Supplier<List<String>> cells) {
        read++;
        if (!reason.isEmpty()) {
            rejected++;
            first = first.isEmpty() ? new Rejection(file.name(), line, reason).describe() : first;
        }
        if (rows.size() < ImportPreview.SHOWN) {
            rows.add(new ImportPreview.Row(line, reason.isEmpty() ? cells.get() : List.of(), reason));
        }
    }

    private ImportPreview preview(SourceFiles sources, String format, List<String> columns) {
        return new ImportPreview(file.name(), sources.files().size(), format, columns, rows, read, rejected, first);
    }

    private static List<String> cells(RawTick tick) {
        String time = Times.format(tick.timeNs);
        return tick.quote
                ? List.of(time, "quote", "" + tick.bid, "" + tick.ask, "" + tick.bidSize, "" + tick.askSize)
                : List.of(time, trade(tick.aggressor), "" + tick.bid, "", "" + tick.bidSize, "");
    }

    private static String trade(byte aggressor) {
        if ((aggressor & TickFlags.AGGRESSOR_BUY) != 0) {
            return "trade, buyer took";
        }
        return (aggressor & TickFlags.AGGRESSOR_SELL) != 0 ? "trade, seller took" : "trade";
    }

    private static List<String> cells(RawBar bar) {
        return List.of(
                Times.format(bar.startNs), "" + bar.open, "" + bar.high, "" + bar.low, "" + bar.close, "" + bar.volume);
    }
}
