/* Works out every figure of a report anew, from its fills, its trades and the ticks it was made on, and from nothing else
   of the program's: one SELECT, with the formulas of statistics.md. believing.md tells how to run it.

     {report}  folder of a report
     {ticks}   file of the ticks the run was made on, from 'backtestr export'
     {sell}, {buy}, {price}
               what closing a long and a short position gets, and what bars are made of: of quotes least(bid, ask),
               greatest(bid, ask) and bid; of trades price, price and price

   For runs on one instrument, on ticks, netted, without swap, at the recorded spread. */
WITH
-- ------------------------------------------------------------------------------------------------ what is read
run AS (
    SELECT settings.cash::DOUBLE AS cash,
           instrument."contract-size"::DOUBLE AS size,
           instrument.zone AS zone,
           CASE instrument.calendar WHEN '24x7' THEN 365 ELSE 252 END AS year_days,
           CASE WHEN instrument.calendar IN ('forex', 'futures') THEN INTERVAL 7 HOURS ELSE INTERVAL 0 HOURS END AS eve
    FROM read_json('{report}/manifest.json')
),
tick AS (
    SELECT row_number() OVER () AS n, epoch_ns(time) AS ns, {sell} AS sell, {buy} AS buy, {price} AS price,
           ((time::TIMESTAMP AT TIME ZONE 'UTC') AT TIME ZONE (SELECT zone FROM run)) + (SELECT eve FROM run) AS local
    FROM read_csv('{ticks}', types = {'time': 'TIMESTAMP_NS'})
),
fill AS (
    SELECT fill AS k, epoch_ns(time) AS ns, "order" AS order_id, CASE side WHEN 'buy' THEN 1 ELSE -1 END AS sign,
           quantity, price, fee, slippage, role
    FROM read_csv('{report}/fills.csv', types = {'time': 'TIMESTAMP_NS', 'quantity': 'DOUBLE', 'price': 'DOUBLE',
                                               'fee': 'DOUBLE', 'slippage': 'DOUBLE'})
),
-- Of several ticks of one time, the one whose price is nearest to that of the fill, without what it slipped.
fill_tick AS (
    SELECT f.*, t.n, CASE WHEN sign > 0 THEN t.buy ELSE t.sell END AS quoted
    FROM fill f JOIN tick t USING (ns)
    QUALIFY row_number() OVER (
        PARTITION BY k
        ORDER BY round(abs(f.price - sign * slippage / (quantity * (SELECT size FROM run))
                 - CASE WHEN sign > 0 THEN t.buy ELSE t.sell END), 9), t.n) = 1
),
-- ------------------------------------------------------------------------------------------------ equity on every tick
booked AS (
    SELECT n, sum(sign * quantity) AS bought,
           sum(-sign * quantity * price * (SELECT size FROM run) - fee) AS paid
    FROM fill_tick GROUP BY n
),
held AS (
    SELECT t.*, coalesce(sum(bought) OVER upto, 0) AS position, coalesce(sum(paid) OVER upto, 0) AS paid_out
    FROM tick t LEFT JOIN booked USING (n)
    WINDOW upto AS (ORDER BY n ROWS UNBOUNDED PRECEDING)
),
equity AS (
    SELECT n, ns, local, price,
           cash + paid_out + position * size * CASE WHEN position > 0 THEN sell ELSE buy END AS equity
    FROM held, run
),
fall AS (
    SELECT *, greatest((SELECT cash FROM run), max(equity) OVER (ORDER BY n ROWS UNBOUNDED PRECEDING)) AS peak
    FROM equity
),
deepest AS (
    SELECT max(peak - equity) AS money, arg_max(peak, peak - equity) AS of_peak, max((peak - equity) / peak) AS share,
           greatest(any_value((SELECT cash FROM run)), max(equity)) AS highest,
           min(ns) AS first_ns, max(ns) AS last_ns, arg_min(price, n) AS first_price, arg_max(price, n) AS last_price,
           arg_max(equity, n) AS last_equity
    FROM fall
),
-- ------------------------------------------------------------------------------------------------ days
day_end AS (
    SELECT local::DATE AS date, arg_max(equity, n) AS equity, arg_max(price, n) AS price,
           epoch_ns(((local::DATE)::TIMESTAMP + INTERVAL 24 HOURS - any_value((SELECT eve FROM run)))
                    AT TIME ZONE any_value((SELECT zone FROM run))) AS ns
    FROM equity GROUP BY local::DATE
),
day AS (
    SELECT *, equity / coalesce(lag(equity) OVER (ORDER BY date), (SELECT cash FROM run)) AS growth,
           price / coalesce(lag(price) OVER (ORDER BY date), (SELECT first_price FROM deepest)) AS market,
           greatest((SELECT cash FROM run), max(equity) OVER
               (ORDER BY date ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS peak
    FROM day_end
),
centred AS (
    SELECT growth - 1 AS r, growth - 1 - avg(growth - 1) OVER () AS d, growth - market AS active FROM day
),
moments AS (
    SELECT count(*) AS n, avg(r) AS mean, stddev_samp(r) AS s, var_samp(r) AS var, avg(d * d) AS m2, avg(d * d * d) AS m3,
           avg(d * d * d * d) AS m4, sqrt(avg(least(r, 0) * least(r, 0))) AS down,
           sum(greatest(r, 0)) AS gains, -sum(least(r, 0)) AS losses, skewness(r) AS skew, kurtosis(r) AS kurt,
           quantile_cont(r, 0.05) AS q05, quantile_cont(r, 0.01) AS q01,
           avg(active) AS active_mean, stddev_samp(active) AS active_s
    FROM centred
),
tails AS (
    SELECT avg(r) FILTER (r <= q05) AS worst05, avg(r) FILTER (r <= q01) AS worst01 FROM centred, moments
),
yearly AS (
    SELECT pow(last_equity / cash, 1.0 / n) - 1 AS g, pow(last_equity / cash, year_days * 1.0 / n) - 1 AS annual
    FROM deepest, run, moments
),
-- The normal distribution by its series: half and density times the sum of x^(2k+1) / (1 * 3 * 5 * ... * (2k+1)).
sharpe AS (
    SELECT mean / nullif(s, 0) AS day, mean / nullif(s, 0) * sqrt(n - 1)
               / sqrt(1 - m3 / pow(m2, 1.5) * mean / s + (m4 / pow(m2, 2) - 1) / 4 * pow(mean / s, 2)) AS x
    FROM moments
),
probable AS (
    SELECT CASE WHEN x = 0 THEN 0.5 ELSE 0.5 + sign(x) * exp(-x * x / 2) / sqrt(2 * pi()) * list_sum(list_transform(
               range(0, 300),
               lambda k : exp((2 * k + 1) * ln(abs(x)) - (lgamma(2 * k + 2) - k * ln(2) - lgamma(k + 1))))) END AS p
    FROM sharpe
),
-- A drawdown lasts from one day at the peak to the next, or to the last day.
under AS (
    SELECT *, greatest(0, (peak - equity) / peak) AS share,
           coalesce(count(*) FILTER (equity >= peak) OVER
               (ORDER BY date ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS part
    FROM day
),
deepest_day AS (
    SELECT *, max(share) OVER (PARTITION BY part) AS deep, max(ns) OVER (PARTITION BY part) AS end_ns FROM under
),
part AS (
    SELECT part, any_value(deep) AS deep, any_value(end_ns) AS end_ns, min(ns) FILTER (share = deep) AS deep_ns
    FROM deepest_day GROUP BY part
),
drawdown AS (
    SELECT *, coalesce(lag(end_ns) OVER (ORDER BY part), (SELECT first_ns FROM deepest)) AS peak_ns FROM part
),
fallen AS (
    SELECT avg(deep) AS deep, max(end_ns - peak_ns) AS longest, avg(end_ns - peak_ns) AS length,
           max(end_ns - deep_ns) AS recovery
    FROM drawdown WHERE deep > 0
),
-- ------------------------------------------------------------------------------------------------ trades
listed AS (
    SELECT *, epoch_ns(entryTime) AS entry_ns, epoch_ns(exitTime) AS exit_ns, CASE side WHEN 'long' THEN 1 ELSE -1 END AS sign
    FROM read_csv('{report}/trades.csv', types = {
        'entryTime': 'TIMESTAMP_NS', 'exitTime': 'TIMESTAMP_NS', 'side': 'VARCHAR', 'quantity': 'DOUBLE',
        'entryPrice': 'DOUBLE', 'exitPrice': 'DOUBLE', 'profit': 'DOUBLE', 'fees': 'DOUBLE', 'swap': 'DOUBLE',
        'entryOrder': 'BIGINT', 'number': 'BIGINT'})
),
-- Of an order filled in parts at one time, the first and the last tick of them.
entered AS (
    SELECT l.*, min(e.n) AS entry_n
    FROM listed l JOIN fill_tick e ON e.order_id = l.entryOrder AND e.ns = l.entry_ns AND e.price = l.entryPrice
    GROUP BY ALL
),
left_at AS (
    SELECT l.*, min(x.n) AS exit_n
    FROM entered l JOIN fill_tick x ON x.ns = l.exit_ns AND x.sign = -l.sign AND x.price = l.exitPrice AND x.n >= entry_n
    GROUP BY ALL
),
ranged AS (
    SELECT number,
           least(any_value(entryPrice), any_value(exitPrice), min(CASE WHEN l.sign > 0 THEN t.sell ELSE t.buy END)) AS low,
           greatest(any_value(entryPrice), any_value(exitPrice), max(CASE WHEN l.sign > 0 THEN t.sell ELSE t.buy END)) AS high
    FROM left_at l LEFT JOIN tick t ON t.n >= l.entry_n AND t.n < l.exit_n
    GROUP BY number
),
trade AS ( -- money to a hundred-millionth, so that a trade without profit is none with a little
    SELECT number, l.side, l.sign, entry_ns, exit_ns, exit_ns - entry_ns AS lasted, entryPrice, exitPrice,
           quantity * size AS units,
           round(l.sign * (exitPrice - entryPrice) * quantity * size - fees + swap, 8) AS profit,
           (l.sign * (exitPrice - entryPrice) * quantity * size - fees + swap) / (entryPrice * quantity * size) AS r,
           quantity * size * CASE WHEN l.sign > 0 THEN entryPrice - low ELSE high - entryPrice END AS mae,
           quantity * size * CASE WHEN l.sign > 0 THEN high - entryPrice ELSE entryPrice - low END AS mfe,
           l.sign * (exitPrice - entryPrice) * quantity * size AS moved
    FROM left_at l JOIN ranged USING (number), run
),
scoped AS (
    SELECT 'statistics' AS scope, * FROM trade
    UNION ALL SELECT CASE side WHEN 'long' THEN 'longTrades' ELSE 'shortTrades' END, * FROM trade
),
-- Series of winning and of other trades: where the kind changes, a new one begins.
changed AS (
    SELECT *, (profit > 0) AS won,
           (profit > 0) IS DISTINCT FROM lag(profit > 0) OVER (PARTITION BY scope ORDER BY number) AS begins
    FROM scoped
),
series AS (
    SELECT *, count(*) FILTER (begins) OVER (PARTITION BY scope ORDER BY number) AS run_no FROM changed
),
streak AS (
    SELECT scope, run_no, any_value(won) AS won, count(*) AS length FROM series GROUP BY scope, run_no
),
streaks AS (
    SELECT scope, count(*) AS r, max(length) FILTER (won) AS most_won, max(length) FILTER (NOT won) AS most_lost,
           sum(length) AS n, 2 * sum(length) FILTER (won) * sum(length) FILTER (NOT won) AS x
    FROM streak GROUP BY scope
),
sums AS (
    SELECT scope, count(*) AS n, count(*) FILTER (profit > 0) AS won, count(*) FILTER (profit < 0) AS lost,
           coalesce(sum(profit) FILTER (profit > 0), 0) AS gained, coalesce(-sum(profit) FILTER (profit < 0), 0) AS gave,
           greatest(0, max(profit)) AS best, greatest(0, -min(profit)) AS worst, avg(profit) AS mean, stddev_samp(profit) AS s,
           avg(r) AS mean_r, exp(avg(ln(1 + r))) - 1 AS geo_r, max(r) AS max_r, min(r) AS min_r,
           sum(greatest(r, 0)) / nullif(-sum(least(r, 0)), 0) AS factor_r,
           avg(mae) AS mae, max(mae) AS most_mae, avg(mfe) AS mfe, max(mfe) AS most_mfe, avg(mfe - moved) AS back,
           avg(lasted) AS lasted, max(lasted) AS most_lasted, min(lasted) AS least_lasted
    FROM scoped GROUP BY scope
),
-- Time in which at least one trade was open: of each what none that began before has covered.
cover AS (
    SELECT entry_ns, exit_ns,
           max(exit_ns) OVER (ORDER BY entry_ns, exit_ns ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS until
    FROM trade
),
exposed AS (
    SELECT coalesce(sum(greatest(0, exit_ns - greatest(entry_ns, coalesce(until, entry_ns)))), 0) AS ns FROM cover
),
whole AS (
    SELECT sum(profit) AS closed, sum((entryPrice + exitPrice) * units) AS turnover FROM trade
),
costs AS (
    SELECT sum(fee) AS fees,
           coalesce(sum(abs(price - quoted) * quantity * size) FILTER (role = 'taker'), 0) AS slippage
    FROM fill_tick, run
),
-- ------------------------------------------------------------------------------------------------ figures
account AS (
    SELECT cash AS startEquity, last_equity AS endEquity, highest AS equityPeak, last_equity - cash AS netProfit,
           100 * (last_equity - cash) / cash AS returnPercent, 100 * annual AS annualReturnPercent,
           100 * (pow(last_equity / cash, 365.25 * 86400e9 / (last_ns - first_ns)) - 1) AS cagrPercent,
           last_equity - cash - coalesce(closed, 0) AS openProfit, coalesce(fees, 0) AS fees, 0.0 AS swap, slippage,
           coalesce(turnover, 0) AS turnover,
           100 * exposed.ns / (last_ns - first_ns) AS exposurePercent,
           money AS maxDrawdown, 100 * money / of_peak AS maxDrawdownPercent, 100 * deepest.share AS maxRelativeDrawdownPercent,
           100 * deep AS averageDrawdownPercent, longest AS maxDrawdownDuration, length AS averageDrawdownDuration,
           recovery AS maxRecoveryDuration, (last_equity - cash) / nullif(money, 0) AS recoveryFactor,
           annual / nullif(deepest.share, 0) AS calmar,
           100 * (SELECT sqrt(avg(share * share)) FROM under) AS ulcerIndexPercent,
           100 * s * sqrt(year_days) AS volatilityPercent,
           100 * sqrt(pow(var + pow(1 + g, 2), year_days) - pow(1 + g, 2 * year_days)) AS compoundVolatilityPercent,
           mean / nullif(s, 0) * sqrt(year_days) AS sharpe,
           annual / nullif(sqrt(pow(var + pow(1 + g, 2), year_days) - pow(1 + g, 2 * year_days)), 0) AS compoundSharpe,
           mean / nullif(down, 0) * sqrt(year_days) AS sortino, annual / nullif(down * sqrt(year_days), 0) AS compoundSortino,
           100 * p AS probabilisticSharpePercent, gains / nullif(losses, 0) AS omega, skew, kurt AS kurtosis,
           -100 * q05 AS valueAtRisk95Percent, -100 * q01 AS valueAtRisk99Percent,
           -100 * worst05 AS expectedShortfall95Percent, -100 * worst01 AS expectedShortfall99Percent,
           100 * (last_price / first_price - 1) AS buyHoldReturnPercent,
           (SELECT regr_slope(ln(growth), ln(market)) FROM day) AS beta,
           100 * ((last_equity - cash) / cash
                  - (SELECT regr_slope(ln(growth), ln(market)) FROM day) * (last_price / first_price - 1))
               AS alphaPercent,
           active_mean / nullif(active_s, 0) * sqrt(year_days) AS informationRatio,
           100 * active_s * sqrt(year_days) AS trackingErrorPercent
    FROM run, deepest, moments, tails, yearly, probable, fallen, exposed, whole, costs
),
trades AS (
    SELECT scope, sums.n AS trades, won AS wins, lost AS losses, 100.0 * won / sums.n AS winRate, gained AS grossProfit,
           gave AS grossLoss, gained / nullif(gave, 0) AS profitFactor, mean AS averageTrade,
           gained / nullif(won, 0) AS averageWin, gave / nullif(lost, 0) AS averageLoss,
           (gained / nullif(won, 0)) / (gave / nullif(lost, 0)) AS payoffRatio, best AS largestWin, worst AS largestLoss,
           won / sums.n - (1 - won / sums.n) / ((gained / nullif(won, 0)) / (gave / nullif(lost, 0))) AS kelly,
           100 * mean_r AS expectancyPercent, 100 * geo_r AS averageTradePercent, 100 * max_r AS bestTradePercent,
           100 * min_r AS worstTradePercent, factor_r AS returnProfitFactor, sqrt(sums.n) * mean / nullif(s, 0) AS sqn,
           mae AS averageAdverseExcursion, most_mae AS largestAdverseExcursion, mfe AS averageFavourableExcursion,
           most_mfe AS largestFavourableExcursion, back AS averageGivenBack, mfe / nullif(mae, 0) AS edgeRatio,
           coalesce(most_won, 0) AS longestWinningSeries, coalesce(most_lost, 0) AS longestLosingSeries,
           CASE WHEN x * (x - sums.n) > 0 AND sums.n > 1
                THEN (sums.n * (r - 0.5) - x) / sqrt(x * (x - sums.n) / (sums.n - 1)) END AS runsZScore,
           lasted AS averageTradeDuration, most_lasted AS maxTradeDuration, least_lasted AS minTradeDuration
    FROM sums JOIN streaks USING (scope)
)
SELECT 'statistics' AS scope, id, value
FROM (SELECT COLUMNS(*)::DOUBLE FROM account) UNPIVOT INCLUDE NULLS (value FOR id IN (COLUMNS(*)))
UNION ALL
SELECT scope, id, value
FROM (SELECT scope, COLUMNS(* EXCLUDE (scope))::DOUBLE FROM trades)
     UNPIVOT INCLUDE NULLS (value FOR id IN (COLUMNS(* EXCLUDE (scope))))
ORDER BY scope, id
