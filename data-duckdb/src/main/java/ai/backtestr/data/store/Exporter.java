package ai.backtestr.data.store;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.instrument.Instrument;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/// Opens exports of what a store holds. Any thread. All methods throw [StoreException] if the database fails.
public final class Exporter {
    private final Database database;

    Exporter(Database database) {
        this.database = database;
    }

    /// Opens an export of the ticks of an instrument with times from `fromNs` up to, but not including, `toNs`; in
    /// the order they are stored. Files of quotes have the columns `time, bid, ask, bid_size, ask_size`, of trades
    /// `time, price, size, side`, of both all of them and `kind`. Times are in UTC. The caller closes it.
    public FileExport ticks(Instrument instrument, long fromNs, long toNs, ExportFile file) {
        try {
            DuckDBConnection connection = database.connect();
            try {
                List<Part> parts = new Catalogue(connection).parts(instrument.symbol(), fromNs, toNs);
                if (parts.isEmpty()) {
                    throw new StoreException("no ticks of '" + instrument.symbol() + "' are stored within that time");
                }
                String select = ExportSelect.ticks(connection, instrument, parts, fromNs, toNs);
                return FileExport.of(connection, select, file);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }

    /// Opens an export of what one SELECT finds; running it tells if that is wrong, or another statement. The
    /// caller closes it.
    public FileExport query(String sql, ExportFile file) {
        try {
            return FileExport.of(database.connect(), ExportSelect.query(sql), file);
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }

    /// Opens an export of bars: `time, open, high, low, close, volume, ticks`, stamped with their start in UTC. The
    /// caller closes it.
    public static FileExport bars(BarSeries bars, ExportFile file) {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        try {
            DuckDBConnection connection = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", settings);
            try {
                return FileExport.of(connection, ExportSelect.bars(connection, bars), file);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }
}
