package ai.backtestr.render.table;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Some trades in the order of a table, with all digits.
///
/// @param trades all trades
/// @param order which of them, in which order; not changed any more
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record ListedTradeTexts(TradeRows trades, int[] order) implements LongRows {
    @Override
    public List<RowColumn> columns() {
        return Stream.of(TradeColumn.values())
                .map(column -> new RowColumn(column.title, column.width, column.isNumeric()))
                .toList();
    }

    @Override
    public long count() {
        return order.length;
    }

    @Override
    public List<RowText> read(long from, int count, BooleanSupplier cancelled) {
        return IntStream.range((int) from, (int) from + count)
                .map(place -> order[place])
                .mapToObj(row -> new RowText(
                        trades.entryTimeNs(row),
                        Stream.of(TradeColumn.values())
                                .map(column -> column.text(trades, row))
                                .toList()))
                .toList();
    }

    @Override
    public long rowAt(long timeNs, boolean orBefore) {
        return IntStream.range(0, order.length)
                .filter(place -> orBefore
                        ? trades.entryTimeNs(order[place]) <= timeNs
                        : trades.entryTimeNs(order[place]) >= timeNs)
                .findFirst()
                .orElse(order.length - 1);
    }
}
