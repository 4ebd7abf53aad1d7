package ai.backtestr.render.table;

import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.time.WallClock;

/// The columns of the table of trades: what they are called, how wide they start, what they say and what they sort
/// by.
enum TradeColumn {
    NUMBER("#", 64) {
        @Override
        long key(TradeRows rows, int row) {
            return rows.number(row);
        }

        @Override
        String text(TradeRows rows, int row) {
            return Long.toString(rows.number(row));
        }
    },
    SYMBOL("Symbol", 84) {
        @Override
        long key(TradeRows rows, int row) {
            return rows.symbolPlace(row);
        }

        @Override
        String text(TradeRows rows, int row) {
            return rows.symbol(row);
        }

        @Override
        boolean isShown(TradeRows rows) {
            return rows.namesSymbols();
        }
    },
    SIDE("Side", 64) {
        @Override
        long key(TradeRows rows, int row) {
            return rows.isLong(row) ? 0 : 1;
        }

        @Override
        String text(TradeRows rows, int row) {
            return rows.isLong(row) ? "Long" : "Short";
        }
    },
    ENTRY_TIME("Entry time (UTC)", 190) {
        @Override
        long key(TradeRows rows, int row) {
            return rows.entryTimeNs(row);
        }

        @Override
        String text(TradeRows rows, int row) {
            return CellText.time(rows.entryTimeNs(row), WallClock.UTC);
        }

        @Override
        String shownText(TradeRows rows, int row, WallClock clock) {
            return CellText.time(rows.entryTimeNs(row), clock);
        }
    },
    ENTRY_PRICE("Entry price", 108) {
        @Override
        long key(TradeRows rows, int row) {
            return rescaled(rows.entryPrice(row), rows.priceScale(row), rows.priceScale());
        }

        @Override
        String text(TradeRows rows, int row) {
            return FixedPoint.format(rows.entryPrice(row), rows.priceScale(row));
        }
    },
    EXIT_TIME("Exit time (UTC)", 190) {
        @Override
        long key(TradeRows rows, int row) {
            return rows.exitTimeNs(row);
        }

        @Override
        String text(TradeRows rows, int row) {
            return CellText.time(rows.exitTimeNs(row), WallClock.UTC);
        }

        @Override
        String shownText(TradeRows rows, int row, WallClock clock) {
            return CellText.time(rows.exitTimeNs(row), clock);
        }
    },
    EXIT_PRICE("Exit price", 98) {
        @Override
        long key(TradeRows rows, int row) {
            return rescaled(rows.exitPrice(row), rows.priceScale(row), rows.priceScale());
        }

        @Override
        String text(TradeRows rows, int row) {
            return FixedPoint.format(rows.exitPrice(row), rows.priceScale(row));
        }
    },
    QUANTITY("Quantity", 92) {
        @Override
        long key(TradeRows rows, int row) {
            return rescaled(rows.quantity(row), rows.quantityScale(row), rows.quantityScale());
        }

        @Override
        String text(TradeRows rows, int row) {
            return FixedPoint.format(rows.quantity(row), rows.quantityScale(row));
        }

        @Override
        String shownText(TradeRows rows, int row, WallClock clock) {
            return CellText.withoutNeedlessZeros(rows.quantity(row), rows.quantityScale(row));
        }
    },
    PROFIT("Profit", 96) {
        @Override
        long key(TradeRows rows, int row) {
            return rows.profit(row);
        }

        @Override
        String text(TradeRows rows, int row) {
            String digits = FixedPoint.format(rows.profit(row), rows.moneyScale());
            return rows.profit(row) > 0 ? "+" + digits : digits;
        }

        @Override
        String shownText(TradeRows rows, int row, WallClock clock) {
            String digits = CellText.cents(rows.profit(row), rows.moneyScale());
            return rows.profit(row) > 0 ? "+" + digits : digits;
        }
    },
    FEES("Fees", 76) {
        @Override
        long key(TradeRows rows, int row) {
            return rows.fees(row);
        }

        @Override
        String text(TradeRows rows, int row) {
            return FixedPoint.format(rows.fees(row), rows.moneyScale());
        }

        @Override
        String shownText(TradeRows rows, int row, WallClock clock) {
            return CellText.cents(rows.fees(row), rows.moneyScale());
        }
    },
    ADVERSE("MAE", 84) {
        @Override
        long key(TradeRows rows, int row) {
            return rows.adverseExcursion(row);
        }

        @Override
        String text(TradeRows rows, int row) {
            return FixedPoint.format(rows.adverseExcursion(row), rows.moneyScale());
        }

        @Override
        String shownText(TradeRows rows, int row, WallClock clock) {
            return CellText.cents(rows.adverseExcursion(row), rows.moneyScale());
        }
    },
    FAVOURABLE("MFE", 84) {
        @Override
        long key(TradeRows rows, int row) {
            return rows.favourableExcursion(row);
        }

        @Override
        String text(TradeRows rows, int row) {
            return FixedPoint.format(rows.favourableExcursion(row), rows.moneyScale());
        }

        @Override
        String shownText(TradeRows rows, int row, WallClock clock) {
            return CellText.cents(rows.favourableExcursion(row), rows.moneyScale());
        }
    },
    DURATION("Duration", 92) {
        @Override
        long key(TradeRows rows, int row) {
            return rows.exitTimeNs(row) - rows.entryTimeNs(row);
        }

        @Override
        String text(TradeRows rows, int row) {
            return CellText.duration(key(rows, row));
        }
    };

    final String title;

    /// Width at first, in logical pixels.
    final double width;

    TradeColumn(String title, double width) {
        this.title = title;
        this.width = width;
    }

    /// Returns what stands above the column where times are shown by a clock.
    String title(WallClock clock) {
        return title.replace(WallClock.UTC.name(), clock.shortName());
    }

    /// Returns a number that orders rows as this column does.
    abstract long key(TradeRows rows, int row);

    /// Returns the exact text of a cell, as it is copied; times in UTC.
    abstract String text(TradeRows rows, int row);

    /// Returns the text of a cell as it is shown, times by a clock.
    String shownText(TradeRows rows, int row, WallClock clock) {
        return text(rows, row);
    }

    private static long rescaled(long value, int scale, int to) {
        return value * FixedPoint.powerOfTen(to - scale);
    }

    /// Tells whether the column is there for these rows.
    boolean isShown(TradeRows rows) {
        return true;
    }

    boolean isNumeric() {
        return this != SYMBOL && this != SIDE && !isTime();
    }

    boolean isTime() {
        return this == ENTRY_TIME || this == EXIT_TIME;
    }
}
