-- A part is no longer the same as an import: what an import overlaps is split or merged.
CREATE TABLE part (
    id         INTEGER NOT NULL,
    symbol     VARCHAR NOT NULL,
    first_time BIGINT NOT NULL,
    last_time  BIGINT NOT NULL,
    ticks      BIGINT NOT NULL
);
INSERT INTO part SELECT id, symbol, first_time, last_time, accepted FROM import;

-- How many ticks of earlier imports it took the place of.
ALTER TABLE import ADD COLUMN replaced BIGINT DEFAULT 0;
-- Whether all its ticks are still stored.
ALTER TABLE import ADD COLUMN whole BOOLEAN DEFAULT true;

ALTER TABLE rejection ADD COLUMN file VARCHAR DEFAULT '';
UPDATE rejection SET file = (SELECT files[1] FROM import WHERE id = rejection.import);

CREATE OR REPLACE VIEW ticks AS
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
JOIN part p ON p.id = t.part
JOIN instrument i ON i.symbol = p.symbol;

CREATE OR REPLACE VIEW imports AS
SELECT
    id, symbol, files, format, rows_read, accepted, rejected, out_of_order, crossed, replaced, whole,
    make_timestamp_ns(first_time) AS first_time,
    make_timestamp_ns(last_time) AS last_time,
    imported_at, sha256, data_digest
FROM import;

-- What stands out in the ticks of an import; imports of schema 1 have no row.
CREATE TABLE quality (
    import         INTEGER NOT NULL,
    duplicates     BIGINT NOT NULL,
    locked         BIGINT NOT NULL,
    spikes         BIGINT NOT NULL,
    gaps           BIGINT NOT NULL,
    longest_gap_ns BIGINT NOT NULL,
    off_hours      BIGINT NOT NULL
);
CREATE TABLE finding (
    import INTEGER NOT NULL,
    kind   VARCHAR NOT NULL,
    time   BIGINT NOT NULL,
    detail VARCHAR NOT NULL
);
