-- In what steps an instrument is traded and what a quantity is worth. Rows of earlier schemas have NULL here until the
-- program fills in what it assumes by the symbol, right after this step.
ALTER TABLE instrument ADD COLUMN base_currency VARCHAR;
ALTER TABLE instrument ADD COLUMN tick_size BIGINT;
ALTER TABLE instrument ADD COLUMN quantity_step BIGINT;
ALTER TABLE instrument ADD COLUMN min_quantity BIGINT;
ALTER TABLE instrument ADD COLUMN lot_size DECIMAL(18, 8);
ALTER TABLE instrument ADD COLUMN contract_size DECIMAL(18, 8);
ALTER TABLE instrument ADD COLUMN zone VARCHAR;

CREATE OR REPLACE VIEW instruments AS
SELECT
    symbol, base_currency, quote_currency, price_scale, quantity_scale,
    tick_size::DECIMAL(19, 0) * price_unit AS tick_size,
    quantity_step::DECIMAL(19, 0) * quantity_unit AS quantity_step,
    min_quantity::DECIMAL(19, 0) * quantity_unit AS min_quantity,
    lot_size, contract_size, calendar, zone
FROM instrument;

-- Backtests that were run. The manifest is a JSON document that holds all it takes to run one again; the other columns
-- repeat what one searches by.
CREATE SEQUENCE run_id;
CREATE TABLE run (
    id                   INTEGER NOT NULL,
    started              BIGINT NOT NULL,
    symbol               VARCHAR NOT NULL,
    strategy             VARCHAR NOT NULL,
    parameters           MAP(VARCHAR, VARCHAR) NOT NULL,
    data_digest          VARCHAR NOT NULL,
    ticks                BIGINT NOT NULL,
    first_time           BIGINT NOT NULL,
    last_time            BIGINT NOT NULL,
    elapsed_ns           BIGINT NOT NULL,
    seed                 BIGINT NOT NULL,
    program              VARCHAR NOT NULL,
    result_hash          VARCHAR NOT NULL,
    currency             VARCHAR NOT NULL,
    net_profit           DECIMAL(19, 8) NOT NULL,
    return_percent       DOUBLE,
    max_drawdown_percent DOUBLE,
    sharpe               DOUBLE,
    trades               BIGINT NOT NULL,
    tags                 VARCHAR[] NOT NULL,
    note                 VARCHAR NOT NULL,
    manifest             VARCHAR NOT NULL
);

CREATE VIEW runs AS
SELECT
    id, make_timestamp_ns(started) AS started, symbol, strategy, parameters,
    make_timestamp_ns(first_time) AS first_time,
    make_timestamp_ns(last_time) AS last_time,
    ticks, trades, net_profit, currency, return_percent, max_drawdown_percent, sharpe, tags, note,
    elapsed_ns / 1e9 AS seconds, seed, program, data_digest, result_hash, manifest
FROM run;
