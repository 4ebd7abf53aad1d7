package ai.backtestr.data.store;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.time.Times;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// Writes the bars of one import within the connection's transaction. Used by one thread.
final class BarWriter {
    private final DuckDBConnection connection;
    private final BarCatalogue catalogue;
    private final IncomingBars incoming;
    private final String symbol;
    private final Timeframe timeframe;

    BarWriter(DuckDBConnection connection, IncomingBars incoming) {
        this.connection = connection;
        this.incoming = incoming;
        catalogue = new BarCatalogue(connection);
        symbol = incoming.instrument().symbol();
        timeframe = incoming.timeframe();
    }

    StoredImport write(Overlap overlap) throws SQLException {
        requireInstrument();
        StagedBars staged = StagedBars.of(connection, incoming);
        List<Rejection> rejections = new ArrayList<>(incoming.rejections());
        long repeated = staged.dropRepeated(rejections);
        long firstNs = staged.firstNs();
        long lastNs = staged.lastNs();
        int series = series();
        String within = "series = " + series + " AND time >= " + firstNs + " AND time <= " + lastNs;
        long stored = catalogue.count(within);
        long replaced = 0;
        long kept = 0;
        if (stored > 0 && overlap == Overlap.STOP) {
            throw overlapFailure(stored, firstNs, lastNs);
        } else if (stored > 0 && overlap == Overlap.REPLACE) {
            catalogue.remove(series, firstNs, lastNs);
            replaced = stored;
        } else if (stored > 0) {
            kept = staged.dropStored(series, rejections);
        }
        if (staged.count() == 0) {
            throw new StoreException(place() + ": all its " + timeframe + " bars are stored under " + symbol
                    + " already; nothing was imported");
        }
        StoredImport added = insert(staged, series, tally(repeated + kept), replaced, repeated);
        catalogue.addRejections(added.id(), rejections);
        return added;
    }

    private void requireInstrument() throws SQLException {
        Catalogue instruments = new Catalogue(connection);
        Instrument known = instruments.instrument(symbol).orElse(null);
        if (known == null) {
            new InstrumentCatalogue(connection).add(incoming.instrument());
        } else if (!known.equals(incoming.instrument())) {
            throw new IllegalArgumentException(incoming.instrument() + " differs from the stored " + known);
        }
    }

    private int series() throws SQLException {
        int known = catalogue.series(symbol, timeframe);
        return known != 0 ? known : catalogue.addSeries(symbol, timeframe);
    }

    private Tally tally(long leftOut) {
        Tally read = incoming.tally();
        return new Tally(read.rowsRead(), read.accepted() - leftOut, read.rejected() + leftOut, read.outOfOrder(), 0);
    }

    private StoredImport insert(StagedBars staged, int series, Tally tally, long replaced, long repeated)
            throws SQLException {
        int id = catalogue.nextImportId();
        long firstNs = staged.firstNs();
        long lastNs = staged.lastNs();
        long count = staged.count();
        staged.insert(series, id);
        staged.drop();
        if (count != tally.accepted()) {
            throw new IllegalStateException(count + " bars were stored of " + tally.accepted());
        }
        BarQualityScan scan = new BarQualityScan(incoming.instrument(), timeframe, 0);
        StoredImport added = new StoredImport(
                id, symbol, incoming.origin(), tally, replaced, firstNs, lastNs, readBack(id, count, scan));
        catalogue.addImport(added, series, scan.quality(repeated));
        return added;
    }

    /// Reads the bars of the import as they are stored now.
    ///
    /// @return their digest
    private String readBack(int id, long count, BarQualityScan scan) throws SQLException {
        StoredBarSource source =
                new StoredBarSource(connection, incoming.instrument(), timeframe, "import = " + id, count);
        try {
            while (source.next()) {
                scan.take(source.bar());
            }
            return source.dataDigest();
        } finally {
            source.closeRows();
        }
    }

    private String place() {
        List<String> files = incoming.origin().files();
        return files.getFirst() + (files.size() > 1 ? " and " + (files.size() - 1) + " more" : "");
    }

    private OverlapException overlapFailure(long stored, long firstNs, long lastNs) {
        return new OverlapException(place() + ": " + stored + " " + timeframe + " bars of " + symbol
                + " are stored already from " + Times.format(firstNs) + " to " + Times.format(lastNs)
                + ", where these are; nothing was imported; say whether to replace the stored bars or to merge both");
    }
}
