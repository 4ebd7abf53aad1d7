package ai.backtestr.data.store;

import ai.backtestr.data.cache.CacheSnapshot;
import ai.backtestr.data.cache.TickPages;
import ai.backtestr.data.segment.SegmentCache;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.duckdb.DuckDBConnection;

/// All imported ticks, in one DuckDB file of a home folder. The truth; whatever else holds ticks can be rebuilt
/// from it.
///
/// Any thread may call any method; imports queue up, everything else runs side by side, each call on a snapshot of
/// what was committed before. One process at a time can have the file open. Close sources and query results first,
/// then the store.
///
/// All methods throw [StoreException] if the database fails.
public final class TickStore implements AutoCloseable {
    /// Name of the database file within the home folder.
    public static final String FILE_NAME = "backtestr.duckdb";

    /// Name of the folder of own calendars within the home folder.
    public static final String CALENDARS = "calendars";

    private static final String SEGMENTS = "segments";

    private final Database database;
    private final PartWriter writer;
    private final SegmentCache cache;
    private final StoredPages pages;
    private final RunArchive runs;
    private final BarStore bars;
    private volatile LongConsumer queryTimes = nanoseconds -> {};

    private TickStore(Database database, PartWriter writer, SegmentCache cache) {
        this.database = database;
        this.writer = writer;
        this.cache = cache;
        pages = new StoredPages(database, cache);
        runs = new RunArchive(database);
        bars = new BarStore(database);
    }

    /// Opens the store of that home folder; makes folder and file where they are missing, and brings an older file
    /// up to this version.
    ///
    /// @throws StoreException if the folder cannot be made or written, or the file is in use by another process, is
    ///     no database, or was written by a newer version
    public static TickStore open(Path home) {
        Database database = Database.open(home.toAbsolutePath());
        try {
            try (Connection connection = database.connect()) {
                database.clearTemporary();
                Schema.migrate(connection, database.file());
                new OwnCalendars(connection).refresh(home.resolve(CALENDARS));
                new InstrumentCatalogue(connection).fillDefaults();
                SegmentCache cache = new SegmentCache(home.resolve(SEGMENTS));
                cache.keepOnly(new Catalogue(connection).partIds());
                return new TickStore(database, new PartWriter(database, cache), cache);
            }
        } catch (SQLException e) {
            database.close();
            throw new StoreException(database.file() + " cannot be used: " + SqlErrors.oneLine(e), e);
        } catch (StoreException e) {
            database.close();
            throw e;
        }
    }

    /// Returns the database file.
    public Path file() {
        return database.file();
    }

    /// Has `reads` hear how long each page of ticks takes to come from a segment opened from here on, and `queries`
    /// how long the database takes to begin to answer. Called by whichever thread asked, several at once.
    public void tellTimes(LongConsumer reads, LongConsumer queries) {
        cache.tell(reads);
        queryTimes = queries;
    }

    /// Returns the recorded bars, which are stored beside the ticks. They close with this store.
    public BarStore bars() {
        return bars;
    }

    /// Returns what ticks the store holds of each instrument, by symbol.
    public List<StoredSymbol> symbols() {
        return read(catalogue -> catalogue.symbols(database.sizeBytes()));
    }

    /// Returns the instrument of that symbol, if any of its ticks were imported.
    public Optional<Instrument> instrument(String symbol) {
        return read(catalogue -> catalogue.instrument(symbol));
    }

    /// Returns the calendar of that name, the program's or one of the folder `calendars`.
    ///
    /// @throws IllegalArgumentException if there is none
    public TradingCalendar calendar(String name) {
        return ownCalendars().stream()
                .filter(own -> own.name().equals(name))
                .findFirst()
                .orElseGet(() -> TradingCalendar.of(name));
    }

    /// Returns the user's own calendars, by name.
    public List<TradingCalendar> ownCalendars() {
        try (Connection connection = database.connect()) {
            return new OwnCalendars(connection).all();
        } catch (SQLException e) {
            throw new StoreException("the calendars cannot be read: " + SqlErrors.oneLine(e), e);
        }
    }

    /// Changes what is assumed of an instrument: all but its scales, which are those of its ticks.
    ///
    /// @throws StoreException if the symbol is unknown, or the scales are others
    public void changeInstrument(Instrument instrument) {
        try {
            if (!writer.change(instrument)) {
                throw new StoreException("no ticks of '" + instrument.symbol() + "' are stored with "
                        + instrument.priceScale() + " decimals of price and " + instrument.quantityScale()
                        + " of quantity; 'backtestr symbols' lists what is stored");
            }
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }

    /// Returns the trading days on which ticks of a symbol are stored, of quotes and trades together, by time; none if
    /// the symbol is unknown.
    public List<DayCount> days(String symbol) {
        return read(catalogue -> catalogue.days(symbol));
    }

    /// Returns the backtests that were run.
    public RunArchive runs() {
        return runs;
    }

    /// Returns the latest import of exactly this content under this symbol, if there was one none of whose ticks
    /// were replaced since.
    ///
    /// @param sha256 digest of the files' content, lowercase hexadecimal
    public Optional<StoredImport> findImport(String symbol, String sha256) {
        return read(catalogue -> catalogue.findImport(symbol, sha256));
    }

    /// Returns the imports made under a symbol, the first made first.
    ///
    /// @throws StoreException if the symbol is unknown
    public List<StoredImport> imports(String symbol) {
        return read(catalogue -> {
            List<StoredImport> imports = catalogue.imports(symbol);
            if (imports.isEmpty()) {
                throw unknown(symbol, catalogue.similarTo(symbol));
            }
            return imports;
        });
    }

    /// Returns what stands out in the ticks of an import, as it was when they were imported; nothing for imports
    /// of a version that did not look.
    public Optional<Quality> quality(StoredImport of) {
        try (Connection connection = database.connect()) {
            return new QualityCatalogue(connection).of(of.id());
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }

    /// Looks through all stored ticks of a symbol for what stands out. Waits for the disk.
    ///
    /// @throws StoreException if the symbol is unknown
    /// @throws CancellationException if `progress` asked to stop
    public QualityReport report(String symbol, PagesProgress progress) {
        try (TickSource ticks = ticks(symbol, Long.MIN_VALUE, Long.MAX_VALUE)) {
            QualityScan scan = new QualityScan(ticks.instrument(), QualityReport.KEPT);
            TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);
            for (long looked = 0; ticks.fill(page); looked += page.count()) {
                if (progress.cancelled()) {
                    throw new CancellationException("cancelled");
                }
                progress.update(looked, ticks.tickCount());
                scan.take(page);
            }
            return scan.report();
        }
    }

    /// Returns the rejected rows kept of an import, at most [Rejection#KEPT], in the order they were read.
    public List<Rejection> rejections(StoredImport of) {
        return read(catalogue -> catalogue.rejections(of.id()));
    }

    /// Opens the ticks of a symbol with times from `fromNs` up to, but not including, `toNs`, both in nanoseconds
    /// since the epoch, UTC; `Long.MIN_VALUE` and `Long.MAX_VALUE` leave an end open.
    ///
    /// The first reading of all ticks leaves a compressed copy beside the database, from which later ones come
    /// faster; a long reading that leaves none is spread over the cores as [#load] does; see
    /// [ai.backtestr.data.segment]. The source's digest goes over the two scales and every tick, and does
    /// not depend on how the ticks were split over files; it is known after the last fill. The caller closes the
    /// source.
    ///
    /// @throws StoreException if the symbol is unknown
    public TickSource ticks(String symbol, long fromNs, long toNs) {
        try {
            DuckDBConnection connection = database.connect();
            try {
                Catalogue catalogue = new Catalogue(connection);
                Instrument instrument = catalogue.instrument(symbol).orElse(null);
                if (instrument == null) {
                    throw unknown(symbol, catalogue.similarTo(symbol));
                }
                List<Part> parts = catalogue.parts(symbol, fromNs, toNs);
                Extent extent = new Extents(catalogue, cache).of(parts, fromNs, toNs);
                if (Extents.leavesNoSegments(parts, cache, fromNs, toNs)) {
                    connection.close();
                    return load(instrument, parts, fromNs, toNs, extent);
                }
                return new StoredTicks(connection, cache, instrument, parts, fromNs, toNs, extent);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }

    /// Opens the ticks of a symbol as [#ticks] does, but loads them in chunks side by side, ahead of the reader:
    /// about 100 MB each, one a core, from segments or the database. Of parts that are within one chunk segments
    /// are left behind. The caller closes the source.
    ///
    /// @throws StoreException if the symbol is unknown
    public TickLoad load(String symbol, long fromNs, long toNs) {
        try (DuckDBConnection connection = database.connect()) {
            Catalogue catalogue = new Catalogue(connection);
            Instrument instrument = catalogue.instrument(symbol).orElse(null);
            if (instrument == null) {
                throw unknown(symbol, catalogue.similarTo(symbol));
            }
            List<Part> parts = catalogue.parts(symbol, fromNs, toNs);
            Extent extent = new Extents(catalogue, cache).of(parts, fromNs, toNs);
            return load(instrument, parts, fromNs, toNs, extent);
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }

    private TickLoad load(Instrument instrument, List<Part> parts, long fromNs, long toNs, Extent extent) {
        int cores = Runtime.getRuntime().availableProcessors();
        ChunkPlan plan = ChunkPlan.of(parts, fromNs, toNs, cores, StoredPages.memoryBytes());
        return new TickLoad(database, cache, instrument, plan, extent);
    }

    /// Opens all ticks of a symbol for reading at any place, by time, by number, or as columns of a chart.
    /// Segments that are missing are made first, which takes about as long as reading the ticks. The caller
    /// closes it.
    ///
    /// @throws StoreException if the symbol is unknown or segments cannot be written
    /// @throws CancellationException if `progress` asked to stop; segments made so far stay
    public TickPages pages(String symbol, PagesProgress progress) {
        try (DuckDBConnection connection = database.connect()) {
            Catalogue catalogue = new Catalogue(connection);
            Instrument instrument = catalogue.instrument(symbol).orElse(null);
            if (instrument == null) {
                throw unknown(symbol, catalogue.similarTo(symbol));
            }
            return pages.open(connection, instrument, progress);
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }

    /// Limits the memory that is taken from now on, each in bytes; 0 leaves it to what fits the machine.
    ///
    /// @param pageBytes of decoded pages that are kept
    /// @param databaseBytes of the database
    /// @throws StoreException if the database cannot do with that
    public void limitMemory(long pageBytes, long databaseBytes) {
        pages.limit(pageBytes);
        try {
            database.limitMemory(databaseBytes);
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }

    /// Returns what the cache of decoded pages did and holds, over all that [#pages] opened.
    public CacheSnapshot pageCache() {
        return pages.snapshot();
    }

    private static StoreException unknown(String symbol, List<String> similar) {
        String known = similar.isEmpty()
                ? "the store is empty, import a file first"
                : "did you mean " + String.join(", ", similar) + "? 'backtestr symbols' lists all";
        return new StoreException("no ticks of '" + symbol + "' are stored; " + known);
    }

    /// Runs one SELECT (also DESCRIBE, SHOW TABLES, SUMMARIZE or VALUES). It cannot change the store. The caller
    /// closes the result.
    ///
    /// @throws StoreException if the statement is wrong or of another kind
    public QueryResult query(String sql) {
        return query(sql, stop -> {});
    }

    /// Runs a statement as [#query(String)] does.
    ///
    /// @param onBegin takes what stops the query; it can be called from any thread, also while this method waits
    public QueryResult query(String sql, Consumer<Runnable> onBegin) {
        long startNs = System.nanoTime();
        try {
            return QueryResult.of(database.connect(), sql, onBegin);
        } catch (SQLException e) {
            throw wrongQuery(e);
        } finally {
            queryTimes.accept(System.nanoTime() - startNs);
        }
    }

    static StoreException wrongQuery(SQLException e) {
        String message = SqlErrors.oneLine(e);
        return new StoreException(
                message.contains("Expected a single SELECT statement")
                        ? "only one SELECT (or DESCRIBE, SHOW TABLES, SUMMARIZE) can be run here; the store is"
                                + " changed by imports alone"
                        : message,
                e);
    }

    /// Opens what keeps all rows that one SELECT finds; running it tells if that is wrong, or another statement. The
    /// caller closes it.
    public RowKeeping keeping(String sql) {
        try {
            return RowKeeping.of(database, ExportSelect.query(sql));
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }

    /// Returns what writes ticks and results of queries into files.
    public Exporter exporter() {
        return new Exporter(database);
    }

    /// Stores the ticks of one import, all or none of them; a crash at any moment leaves none.
    ///
    /// @param overlap what becomes of ticks of that symbol stored already within the same stretch of time
    /// @throws StoreException if there are any and `overlap` is [Overlap#STOP]
    public StoredImport append(IncomingTicks incoming, Overlap overlap) {
        try {
            return writer.append(incoming, overlap);
        } catch (SQLException e) {
            throw new StoreException("the import failed and was undone: " + SqlErrors.oneLine(e), e);
        }
    }

    private <T> T read(Question<T> question) {
        long startNs = System.nanoTime();
        try (Connection connection = database.connect()) {
            return question.ask(new Catalogue(connection));
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        } finally {
            queryTimes.accept(System.nanoTime() - startNs);
        }
    }

    /// Closes the file once the sources and results opened from it are closed too.
    ///
    /// @throws IllegalStateException if pages are leased still, naming who holds them; nothing is closed then
    @Override
    public void close() {
        pages.close();
        database.close();
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(Catalogue catalogue) throws SQLException;
    }
}
