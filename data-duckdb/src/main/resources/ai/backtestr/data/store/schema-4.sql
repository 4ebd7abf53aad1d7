-- Times are split into milliseconds and what is left of them: most ticks are stamped in milliseconds, and a column of
-- nanoseconds takes twice the bytes. See docs/decisions/0002-tick-table.md.
ALTER TABLE tick RENAME TO tick_of_schema_3;
CREATE TABLE tick (
    part     INTEGER NOT NULL,
    ms       BIGINT NOT NULL,
    -- nanoseconds since the millisecond began, 0 to 999999
    ns       INTEGER NOT NULL,
    bid      BIGINT NOT NULL,
    ask      BIGINT,
    bid_size BIGINT NOT NULL,
    ask_size BIGINT,
    flags    UTINYINT NOT NULL
);
INSERT INTO tick
SELECT part, (time - ns) // 1000000, ns, bid, ask, bid_size, ask_size, flags
FROM (SELECT *, ((time % 1000000) + 1000000) % 1000000 AS ns FROM tick_of_schema_3);
DROP TABLE tick_of_schema_3;

-- Whether any of its ticks is a trade.
ALTER TABLE part ADD COLUMN trades BOOLEAN DEFAULT false;
UPDATE part SET trades = seen.trades
FROM (SELECT part, bool_or(flags & 1 = 1) AS trades FROM tick GROUP BY part) seen
WHERE seen.part = part.id;

-- Bars of the ticks of a part, kept up to date with it. A bar that reaches over the end of a part has a row in both.
-- Of quotes the first prices are those of the bid; of trades there is no ask.
CREATE TABLE minute_bar (
    part      INTEGER NOT NULL,
    trades    BOOLEAN NOT NULL,
    -- start of the bar, milliseconds since the epoch
    ms        BIGINT NOT NULL,
    open      BIGINT NOT NULL,
    high      BIGINT NOT NULL,
    low       BIGINT NOT NULL,
    close     BIGINT NOT NULL,
    ask_open  BIGINT,
    ask_high  BIGINT,
    ask_low   BIGINT,
    ask_close BIGINT,
    -- quantity traded; 0 of quotes
    volume    HUGEINT NOT NULL,
    ticks     BIGINT NOT NULL
);
-- Bars of trading days, which begin when the instrument's calendar says.
CREATE TABLE day_bar AS SELECT * FROM minute_bar;
ALTER TABLE day_bar ADD COLUMN day DATE;

-- Ticks stamped in whole milliseconds apart from the others: a range of their time is an expression of ms alone, which its
-- zone maps serve, and where all are such the zone maps of ns leave nothing of the other half.
CREATE OR REPLACE VIEW ticks AS
SELECT
    i.symbol,
    t.time,
    CASE WHEN t.flags & 1 = 1 THEN 'trade' ELSE 'quote' END AS kind,
    CASE WHEN t.flags & 1 = 0 THEN t.bid::DECIMAL(19, 0) * i.price_unit END AS bid,
    CASE WHEN t.flags & 1 = 0 THEN t.ask::DECIMAL(19, 0) * i.price_unit END AS ask,
    CASE WHEN t.flags & 1 = 1 THEN t.bid::DECIMAL(19, 0) * i.price_unit END AS price,
    CASE WHEN t.flags & 1 = 0 THEN t.bid_size::DECIMAL(19, 0) * i.quantity_unit END AS bid_size,
    CASE WHEN t.flags & 1 = 0 THEN t.ask_size::DECIMAL(19, 0) * i.quantity_unit END AS ask_size,
    CASE WHEN t.flags & 1 = 1 THEN t.bid_size::DECIMAL(19, 0) * i.quantity_unit END AS size,
    CASE WHEN t.flags & 2 = 2 THEN 'buy' WHEN t.flags & 4 = 4 THEN 'sell' END AS aggressor,
    t.flags & 8 = 8 AS crossed
FROM (
    SELECT tick.*, part.symbol, make_timestamp_ns(ms * 1000000) AS time
    FROM tick JOIN part ON part.id = tick.part WHERE ns = 0
    UNION ALL
    SELECT tick.*, part.symbol, make_timestamp_ns(ms * 1000000 + ns) AS time
    FROM tick JOIN part ON part.id = tick.part WHERE ns > 0
) t
JOIN instrument i ON i.symbol = t.symbol;

CREATE VIEW bars_1m AS
SELECT
    i.symbol,
    make_timestamp_ms(b.ms) AS time,
    CASE WHEN b.trades THEN 'trade' ELSE 'quote' END AS kind,
    arg_min(b.open, p.first_time)::DECIMAL(19, 0) * i.price_unit AS open,
    max(b.high)::DECIMAL(19, 0) * i.price_unit AS high,
    min(b.low)::DECIMAL(19, 0) * i.price_unit AS low,
    arg_max(b.close, p.first_time)::DECIMAL(19, 0) * i.price_unit AS close,
    arg_min(b.ask_open, p.first_time)::DECIMAL(19, 0) * i.price_unit AS ask_open,
    max(b.ask_high)::DECIMAL(19, 0) * i.price_unit AS ask_high,
    min(b.ask_low)::DECIMAL(19, 0) * i.price_unit AS ask_low,
    arg_max(b.ask_close, p.first_time)::DECIMAL(19, 0) * i.price_unit AS ask_close,
    sum(b.volume)::DECIMAL(25, 0) * i.quantity_unit AS volume,
    sum(b.ticks)::BIGINT AS ticks
FROM minute_bar b
JOIN part p ON p.id = b.part
JOIN instrument i ON i.symbol = p.symbol
GROUP BY i.symbol, i.price_unit, i.quantity_unit, b.ms, b.trades;

CREATE VIEW bars_1h AS
SELECT
    symbol, date_trunc('hour', time) AS time, kind,
    arg_min(open, time) AS open, max(high) AS high, min(low) AS low, arg_max(close, time) AS close,
    arg_min(ask_open, time) AS ask_open, max(ask_high) AS ask_high,
    min(ask_low) AS ask_low, arg_max(ask_close, time) AS ask_close,
    sum(volume) AS volume, sum(ticks)::BIGINT AS ticks
FROM bars_1m
GROUP BY symbol, date_trunc('hour', time), kind;

CREATE VIEW daily_ohlcv AS
SELECT
    i.symbol,
    b.day,
    make_timestamp_ms(b.ms) AS time,
    CASE WHEN b.trades THEN 'trade' ELSE 'quote' END AS kind,
    arg_min(b.open, p.first_time)::DECIMAL(19, 0) * i.price_unit AS open,
    max(b.high)::DECIMAL(19, 0) * i.price_unit AS high,
    min(b.low)::DECIMAL(19, 0) * i.price_unit AS low,
    arg_max(b.close, p.first_time)::DECIMAL(19, 0) * i.price_unit AS close,
    arg_min(b.ask_open, p.first_time)::DECIMAL(19, 0) * i.price_unit AS ask_open,
    max(b.ask_high)::DECIMAL(19, 0) * i.price_unit AS ask_high,
    min(b.ask_low)::DECIMAL(19, 0) * i.price_unit AS ask_low,
    arg_max(b.ask_close, p.first_time)::DECIMAL(19, 0) * i.price_unit AS ask_close,
    sum(b.volume)::DECIMAL(25, 0) * i.quantity_unit AS volume,
    sum(b.ticks)::BIGINT AS ticks
FROM day_bar b
JOIN part p ON p.id = b.part
JOIN instrument i ON i.symbol = p.symbol
GROUP BY i.symbol, i.price_unit, i.quantity_unit, b.ms, b.trades, b.day;

CREATE VIEW weekly_ohlcv AS
SELECT
    symbol, date_trunc('week', day) AS week, kind,
    arg_min(open, day) AS open, max(high) AS high, min(low) AS low, arg_max(close, day) AS close,
    arg_min(ask_open, day) AS ask_open, max(ask_high) AS ask_high,
    min(ask_low) AS ask_low, arg_max(ask_close, day) AS ask_close,
    sum(volume) AS volume, sum(ticks)::BIGINT AS ticks
FROM daily_ohlcv
GROUP BY symbol, date_trunc('week', day), kind;

CREATE VIEW monthly_ohlcv AS
SELECT
    symbol, date_trunc('month', day) AS month, kind,
    arg_min(open, day) AS open, max(high) AS high, min(low) AS low, arg_max(close, day) AS close,
    arg_min(ask_open, day) AS ask_open, max(ask_high) AS ask_high,
    min(ask_low) AS ask_low, arg_max(ask_close, day) AS ask_close,
    sum(volume) AS volume, sum(ticks)::BIGINT AS ticks
FROM daily_ohlcv
GROUP BY symbol, date_trunc('month', day), kind;
