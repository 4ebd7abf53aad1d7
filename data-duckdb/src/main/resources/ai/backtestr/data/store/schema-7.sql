-- A week of markets that close at weekends ends on Friday: what comes early on Sunday, before the week opens, is of the
-- week that follows.
CREATE OR REPLACE VIEW weekly_ohlcv AS
SELECT
    d.symbol, date_trunc('week', day + shift) AS week, kind,
    arg_min(open, day) AS open, max(high) AS high, min(low) AS low, arg_max(close, day) AS close,
    arg_min(ask_open, day) AS ask_open, max(ask_high) AS ask_high,
    min(ask_low) AS ask_low, arg_max(ask_close, day) AS ask_close,
    sum(volume) AS volume, sum(ticks)::BIGINT AS ticks
FROM (
    SELECT o.*, CASE WHEN i.calendar <> '24x7' AND dayofweek(o.day) = 0 THEN 1 ELSE 0 END AS shift
    FROM daily_ohlcv o JOIN instrument i ON i.symbol = o.symbol
) d
GROUP BY d.symbol, date_trunc('week', day + shift), kind;
