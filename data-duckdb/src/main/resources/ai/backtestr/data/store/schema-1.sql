CREATE TABLE instrument (
    symbol         VARCHAR PRIMARY KEY,
    price_scale    INTEGER NOT NULL,
    quantity_scale INTEGER NOT NULL,
    quote_currency VARCHAR NOT NULL,
    calendar       VARCHAR NOT NULL,
    -- 10^-scale: a stored integer times this is the exact decimal number
    price_unit     DECIMAL(13, 12) NOT NULL,
    quantity_unit  DECIMAL(13, 12) NOT NULL
);

CREATE TABLE import (
    id           INTEGER PRIMARY KEY,
    symbol       VARCHAR NOT NULL,
    files        VARCHAR[] NOT NULL,
    format       VARCHAR NOT NULL,
    sha256       VARCHAR NOT NULL,
    rows_read    BIGINT NOT NULL,
    accepted     BIGINT NOT NULL,
    rejected     BIGINT NOT NULL,
    out_of_order BIGINT NOT NULL,
    crossed      BIGINT NOT NULL,
    first_time   BIGINT NOT NULL,
    last_time    BIGINT NOT NULL,
    imported_at  TIMESTAMPTZ NOT NULL,
    data_digest  VARCHAR NOT NULL
);

CREATE TABLE rejection (
    import INTEGER NOT NULL,
    line   BIGINT NOT NULL,
    reason VARCHAR NOT NULL
);

-- See docs/decisions/0002-tick-table.md for why it has no key, and why ask and ask_size of a trade are NULL.
CREATE TABLE tick (
    part     INTEGER NOT NULL,
    time     BIGINT NOT NULL,
    bid      BIGINT NOT NULL,
    ask      BIGINT,
    bid_size BIGINT NOT NULL,
    ask_size BIGINT,
    flags    UTINYINT NOT NULL
);

CREATE VIEW ticks AS
SELECT
    i.symbol,
    make_timestamp_ns(t.time) AS time,
    CASE WHEN t.flags & 1 = 1 THEN 'trade' ELSE 'quote' END AS kind,
    CASE WHEN t.flags & 1 = 0 THEN t.bid::DECIMAL(19, 0) * i.price_unit END AS bid,
    CASE WHEN t.flags & 1 = 0 THEN t.ask::DECIMAL(19, 0) * i.price_unit END AS ask,
    CASE WHEN t.flags & 1 = 1 THEN t.bid::DECIMAL(19, 0) * i.price_unit END AS price,
    CASE WHEN t.flags & 1 = 0 THEN t.bid_size::DECIMAL(19, 0) * i.quantity_unit END AS bid_size,
    CASE WHEN t.flags & 1 = 0 THEN t.ask_size::DECIMAL(19, 0) * i.quantity_unit END AS ask_size,
    CASE WHEN t.flags & 1 = 1 THEN t.bid_size::DECIMAL(19, 0) * i.quantity_unit END AS size,
    CASE WHEN t.flags & 2 = 2 THEN 'buy' WHEN t.flags & 4 = 4 THEN 'sell' END AS aggressor,
    t.flags & 8 = 8 AS crossed
FROM tick t
JOIN import m ON m.id = t.part
JOIN instrument i ON i.symbol = m.symbol;

CREATE VIEW instruments AS
SELECT symbol, price_scale, quantity_scale, quote_currency, calendar
FROM instrument;

CREATE VIEW imports AS
SELECT
    id, symbol, files, format, rows_read, accepted, rejected, out_of_order, crossed,
    make_timestamp_ns(first_time) AS first_time,
    make_timestamp_ns(last_time) AS last_time,
    imported_at, sha256, data_digest
FROM import;
