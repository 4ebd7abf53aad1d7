package ai.backtestr.data.imports;

import ai.backtestr.engine.tick.TickFlags;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Ticks as MetaTrader 5 exports them, divided by tabs: `<DATE> <TIME> <BID> <ASK> <LAST> <VOLUME> <FLAGS>`. A bid
/// or ask left blank has not changed since the row above. A row with a last price is a trade, besides a quote if
/// it has a bid or ask. Times are the broker's, in a zone that the file does not name; UTC unless the user states
/// it.
final class MetaTrader5 extends DelimitedFormat {
    private static final int BUY = 32;
    private static final int SELL = 64;
    private static final Map<String, ColumnRole> ROLES = Map.of(
            "<DATE>", ColumnRole.DATE,
            "<TIME>", ColumnRole.TIME,
            "<BID>", ColumnRole.BID,
            "<ASK>", ColumnRole.ASK,
            "<LAST>", ColumnRole.PRICE,
            "<VOLUME>", ColumnRole.SIZE,
            "<FLAGS>", ColumnRole.FLAGS);

    MetaTrader5() {
        super("mt5", "the columns <DATE> <TIME> <BID> <ASK> and perhaps <LAST> <VOLUME> <FLAGS>, divided by tabs");
    }

    @Override
    @Nullable
    Layout layout(Sample sample, Request request) {
        List<String> header = sample.first();
        if (!header.containsAll(List.of("<DATE>", "<TIME>", "<BID>", "<ASK>"))) {
            return null;
        }
        Map<ColumnRole, Integer> places = new EnumMap<>(ColumnRole.class);
        ROLES.forEach((name, role) -> {
            if (header.contains(name)) {
                places.put(role, header.indexOf(name));
            }
        });
        if (!places.containsKey(ColumnRole.SIZE)) {
            places.remove(ColumnRole.PRICE);
        }
        Columns columns = new Columns(header.size(), places);
        return Layout.of(sample, true, columns, calendar(request, ZoneOffset.UTC))
                .carryingOver();
    }

    /// Reads the aggressor bits from the flags of a tick.
    static byte aggressor(String flags) {
        if (!flags.matches("\\d{1,9}")) {
            return SideCode.UNKNOWN;
        }
        int bits = Integer.parseInt(flags);
        boolean buy = (bits & BUY) != 0;
        boolean sell = (bits & SELL) != 0;
        if (buy == sell) {
            return SideCode.UNKNOWN;
        }
        return buy ? TickFlags.AGGRESSOR_BUY : TickFlags.AGGRESSOR_SELL;
    }
}
