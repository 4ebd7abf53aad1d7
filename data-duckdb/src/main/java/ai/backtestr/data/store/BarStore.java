package ai.backtestr.data.store;

import ai.backtestr.engine.bar.BarDataSource;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/// Recorded bars, in the same database as the ticks and apart from them: one series for each symbol and timeframe,
/// in which a time occurs once. Reached by [TickStore#bars()], used and closed like it.
///
/// All methods throw [StoreException] if the database fails.
public final class BarStore {
    private final Database database;
    private final ReentrantLock oneImport = new ReentrantLock();

    BarStore(Database database) {
        this.database = database;
    }

    /// Returns what bar data there is, by symbol, the shortest timeframe of each first.
    public List<StoredBars> all() {
        return read(BarCatalogue::all);
    }

    /// Returns what bar data there is of a symbol, the shortest timeframe first.
    public List<StoredBars> of(String symbol) {
        return all().stream()
                .filter(bars -> bars.instrument().symbol().equals(symbol))
                .toList();
    }

    /// Opens the bars of a symbol and timeframe that start from `fromNs` up to, but not including, `toNs`, both in
    /// nanoseconds since the epoch, UTC; `Long.MIN_VALUE` and `Long.MAX_VALUE` leave an end open. The caller closes
    /// the source.
    ///
    /// @throws StoreException if there are none of that symbol and timeframe
    public BarDataSource open(String symbol, Timeframe timeframe, long fromNs, long toNs) {
        try {
            DuckDBConnection connection = database.connect();
            try {
                BarCatalogue catalogue = new BarCatalogue(connection);
                Instrument instrument =
                        new Catalogue(connection).instrument(symbol).orElse(null);
                int series = catalogue.series(symbol, timeframe);
                if (instrument == null || series == 0) {
                    throw new StoreException("no " + timeframe + " bars of '" + symbol
                            + "' are stored; 'backtestr symbols' lists what is");
                }
                String where = "series = " + series + " AND time >= " + fromNs + " AND time < " + toNs;
                return new StoredBarSource(connection, instrument, timeframe, where, catalogue.count(where));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }

    /// Returns the imports of bars made under a symbol, the first made first.
    public List<StoredImport> imports(String symbol) {
        return read(catalogue -> catalogue.imports(symbol));
    }

    /// Returns the latest import of exactly this content as bars of that length, if none of its bars were replaced
    /// since.
    ///
    /// @param sha256 digest of the files' content, lowercase hexadecimal
    public Optional<StoredImport> findImport(String symbol, Timeframe timeframe, String sha256) {
        return read(catalogue -> catalogue.findImport(symbol, timeframe, sha256));
    }

    /// Returns the rejected rows kept of an import of bars, at most [Rejection#KEPT].
    public List<Rejection> rejections(StoredImport of) {
        return read(catalogue -> catalogue.rejections(of.id()));
    }

    /// Returns what stood out in the bars of an import when they were imported.
    public Quality quality(StoredImport of) {
        return read(catalogue -> catalogue.quality(of.id()));
    }

    /// Returns the trading days on which bars of a symbol and timeframe are stored, by time. Waits for the disk.
    ///
    /// @throws StoreException if there are none of that symbol and timeframe
    public List<DayCount> days(String symbol, Timeframe timeframe) {
        List<DayCount> days = new ArrayList<>();
        try (BarDataSource source = open(symbol, timeframe, Long.MIN_VALUE, Long.MAX_VALUE)) {
            TradingCalendar calendar = source.instrument().calendar();
            long startNs = 0;
            long endNs = Long.MIN_VALUE;
            long rows = 0;
            while (source.next()) {
                long timeNs = source.bar().timeNs();
                if (timeNs >= endNs) {
                    addDay(days, startNs, rows);
                    startNs = calendar.dayStart(timeNs);
                    endNs = calendar.nextDayStart(timeNs);
                    rows = 0;
                }
                rows++;
            }
            addDay(days, startNs, rows);
        }
        return days;
    }

    private static void addDay(List<DayCount> days, long startNs, long rows) {
        if (rows > 0) {
            days.add(new DayCount(startNs, rows));
        }
    }

    /// Looks through all stored bars of a symbol and timeframe for what stands out. Waits for the disk.
    ///
    /// @throws StoreException if there are none of that symbol and timeframe
    /// @throws CancellationException if `progress` asked to stop
    public QualityReport report(String symbol, Timeframe timeframe, PagesProgress progress) {
        try (BarDataSource source = open(symbol, timeframe, Long.MIN_VALUE, Long.MAX_VALUE)) {
            BarQualityScan scan = new BarQualityScan(source.instrument(), timeframe, QualityReport.KEPT);
            while (source.next()) {
                if (progress.cancelled()) {
                    throw new CancellationException("cancelled");
                }
                scan.take(source.bar());
            }
            return scan.report();
        }
    }

    /// Stores the bars of one import, all or none of them; a crash at any moment leaves none.
    ///
    /// @param overlap what becomes of bars of that symbol and timeframe stored already within the same stretch of
    ///     time; [Overlap#MERGE] keeps them where both have one of the same time
    /// @throws StoreException if there are any and `overlap` is [Overlap#STOP]
    public StoredImport append(IncomingBars incoming, Overlap overlap) {
        oneImport.lock();
        try (DuckDBConnection connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                StoredImport added = new BarWriter(connection, incoming).write(overlap);
                connection.commit();
                return added;
            } catch (SQLException | RuntimeException e) {
                undo(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException("the import failed and was undone: " + SqlErrors.oneLine(e), e);
        } finally {
            oneImport.unlock();
        }
    }

    private static void undo(DuckDBConnection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private <T> T read(Question<T> question) {
        try (DuckDBConnection connection = database.connect()) {
            return question.ask(new BarCatalogue(connection));
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(BarCatalogue catalogue) throws SQLException;
    }
}
