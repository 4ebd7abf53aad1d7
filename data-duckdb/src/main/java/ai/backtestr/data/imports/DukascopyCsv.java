package ai.backtestr.data.imports;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// CSV of Dukascopy: a time, the ask before the bid, and their volumes in millions. The header says what the times
/// are: `Gmt time`, `Local time` with the offset in each row, `Time (EET)`; or `timestamp`, which counts
/// milliseconds.
final class DukascopyCsv extends DelimitedFormat {
    private static final List<String> ASKS = List.of("ask", "askprice");
    private static final List<String> BIDS = List.of("bid", "bidprice");

    DukascopyCsv() {
        super("dukascopy-csv", "a header with time, Ask, Bid, AskVolume and BidVolume, in this order");
    }

    @Override
    @Nullable
    Layout layout(Sample sample, Request request) {
        List<String> names = sample.first().stream().map(ColumnRole::plain).toList();
        boolean fits = names.size() == 5
                && names.getFirst().contains("time")
                && ASKS.contains(names.get(1))
                && BIDS.contains(names.get(2))
                && names.get(3).equals("askvolume")
                && names.get(4).equals("bidvolume");
        if (!fits) {
            return null;
        }
        Columns columns = Columns.inOrder(
                ColumnRole.TIME, ColumnRole.ASK, ColumnRole.BID, ColumnRole.ASK_SIZE, ColumnRole.BID_SIZE);
        TimeLayout time = GenericCsv.time(sample, sample.belowHeader(), columns, request);
        boolean local = time instanceof TimeLayout.Calendar calendar && !calendar.named();
        return Layout.of(
                sample,
                true,
                columns,
                local ? calendar(request, zone(sample.first().getFirst())) : time);
    }

    private static ZoneId zone(String name) {
        return name.toUpperCase(Locale.ROOT).contains("EET") ? ZoneId.of("EET") : ZoneOffset.UTC;
    }
}
