-- Recorded bars, kept apart from ticks: nothing of them is made of ticks, and no tick is made of them.
CREATE TABLE bar_series (
    id        INTEGER PRIMARY KEY,
    symbol    VARCHAR NOT NULL,
    timeframe VARCHAR NOT NULL
);

CREATE TABLE bar_import (
    id             INTEGER PRIMARY KEY,
    series         INTEGER NOT NULL,
    files          VARCHAR[] NOT NULL,
    format         VARCHAR NOT NULL,
    sha256         VARCHAR NOT NULL,
    rows_read      BIGINT NOT NULL,
    accepted       BIGINT NOT NULL,
    rejected       BIGINT NOT NULL,
    out_of_order   BIGINT NOT NULL,
    replaced       BIGINT NOT NULL,
    first_time     BIGINT NOT NULL,
    last_time      BIGINT NOT NULL,
    imported_at    TIMESTAMPTZ NOT NULL,
    data_digest    VARCHAR NOT NULL,
    -- whether all its bars are still stored
    whole          BOOLEAN NOT NULL,
    duplicates     BIGINT NOT NULL,
    spikes         BIGINT NOT NULL,
    gaps           BIGINT NOT NULL,
    longest_gap_ns BIGINT NOT NULL,
    off_hours      BIGINT NOT NULL
);

CREATE TABLE bar_rejection (
    import INTEGER NOT NULL,
    file   VARCHAR NOT NULL,
    line   BIGINT NOT NULL,
    reason VARCHAR NOT NULL
);

-- One a series and time. No key: the import sees to that, and an index would cost more than the bars.
CREATE TABLE bar (
    series INTEGER NOT NULL,
    import INTEGER NOT NULL,
    time   BIGINT NOT NULL,
    open   BIGINT NOT NULL,
    high   BIGINT NOT NULL,
    low    BIGINT NOT NULL,
    close  BIGINT NOT NULL,
    volume BIGINT NOT NULL
);

CREATE VIEW bars AS
SELECT
    s.symbol,
    s.timeframe,
    make_timestamp_ns(b.time) AS time,
    b.open::DECIMAL(19, 0) * i.price_unit AS open,
    b.high::DECIMAL(19, 0) * i.price_unit AS high,
    b.low::DECIMAL(19, 0) * i.price_unit AS low,
    b.close::DECIMAL(19, 0) * i.price_unit AS close,
    b.volume::DECIMAL(19, 0) * i.quantity_unit AS volume
FROM bar b
JOIN bar_series s ON s.id = b.series
JOIN instrument i ON i.symbol = s.symbol;

CREATE VIEW bar_imports AS
SELECT
    m.id, s.symbol, s.timeframe, m.files, m.format, m.rows_read, m.accepted, m.rejected, m.out_of_order, m.replaced,
    m.whole,
    make_timestamp_ns(m.first_time) AS first_time,
    make_timestamp_ns(m.last_time) AS last_time,
    m.imported_at, m.sha256, m.data_digest
FROM bar_import m
JOIN bar_series s ON s.id = m.series;
