package ai.backtestr.data.store;

import ai.backtestr.engine.instrument.ContractTerms;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.InstrumentDefaults;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.FixedPoint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the store knows of instruments. Works within the connection's transaction and is used by one thread.
final class InstrumentCatalogue {
    /// The columns that [#read] takes, of `instrument i`.
    static final String COLUMNS = "i.symbol, price_scale, quantity_scale, quote_currency, calendar, zone,"
            + " base_currency, tick_size, quantity_step, min_quantity, lot_size, contract_size,"
            + " (SELECT c.text FROM own_calendar c WHERE c.name = i.calendar) AS calendar_text";

    /// How many they are.
    static final int COLUMN_COUNT = 13;

    private final Connection connection;

    InstrumentCatalogue(Connection connection) {
        this.connection = connection;
    }

    static Instrument read(ResultSet row) throws SQLException {
        Instrument plain = withoutContract(row, calendarOf(row.getString(5), row.getString(6), row.getString(13)));
        return plain.withContract(new ContractTerms(
                row.getString(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getBigDecimal(11),
                row.getBigDecimal(12)));
    }

    private static Instrument withoutContract(ResultSet row, TradingCalendar calendar) throws SQLException {
        return new Instrument(row.getString(1), row.getInt(2), row.getInt(3), row.getString(4), calendar);
    }

    private static TradingCalendar calendarOf(String name, String zone, @Nullable String ownText) {
        TradingCalendar calendar = ownText == null ? TradingCalendar.of(name) : TradingCalendar.parse(name, ownText);
        return calendar.zone().getId().equals(zone) ? calendar : calendar.inZone(ZoneId.of(zone));
    }

    void add(Instrument instrument) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO instrument (symbol, price_scale, quantity_scale, price_unit, quantity_unit,
                    quote_currency, calendar)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setString(1, instrument.symbol());
            insert.setInt(2, instrument.priceScale());
            insert.setInt(3, instrument.quantityScale());
            insert.setBigDecimal(4, FixedPoint.toDecimal(1, instrument.priceScale()));
            insert.setBigDecimal(5, FixedPoint.toDecimal(1, instrument.quantityScale()));
            insert.setString(6, instrument.quoteCurrency());
            insert.setString(7, instrument.calendar().name());
            insert.executeUpdate();
        }
        change(instrument);
    }

    /// Stores everything but the scales, which are those of the ticks.
    ///
    /// @return whether there is such an instrument with those scales
    boolean change(Instrument instrument) throws SQLException {
        ContractTerms terms = instrument.contract();
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE instrument SET quote_currency = ?, calendar = ?, zone = ?, base_currency = ?, tick_size = ?,
                    quantity_step = ?, min_quantity = ?, lot_size = ?, contract_size = ?
                WHERE symbol = ? AND price_scale = ? AND quantity_scale = ?""")) {
            update.setString(1, instrument.quoteCurrency());
            update.setString(2, instrument.calendar().name());
            update.setString(3, instrument.calendar().zone().getId());
            update.setString(4, terms.baseCurrency());
            update.setLong(5, terms.tickSize());
            update.setLong(6, terms.quantityStep());
            update.setLong(7, terms.minQuantity());
            update.setBigDecimal(8, terms.lotSize());
            update.setBigDecimal(9, terms.contractSize());
            update.setString(10, instrument.symbol());
            update.setInt(11, instrument.priceScale());
            update.setInt(12, instrument.quantityScale());
            return update.executeUpdate() == 1;
        }
    }

    /// Gives instruments of earlier schemas the terms that are assumed by their symbols. Their calendar and
    /// currency stay as they were.
    void fillDefaults() throws SQLException {
        for (Instrument bare : withoutTerms()) {
            ContractTerms terms = InstrumentDefaults.of(bare.symbol(), bare.priceScale(), bare.quantityScale())
                    .contract();
            change(bare.withContract(terms));
        }
    }

    private List<Instrument> withoutTerms() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                        SELECT symbol, price_scale, quantity_scale, quote_currency, calendar FROM instrument
                        WHERE contract_size IS NULL""");
                ResultSet rows = query.executeQuery()) {
            List<Instrument> instruments = new ArrayList<>();
            while (rows.next()) {
                instruments.add(withoutContract(rows, TradingCalendar.of(rows.getString(5))));
            }
            return instruments;
        }
    }
}
