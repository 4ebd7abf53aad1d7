package ai.backtestr.render.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Sums up ticks over stretches of time. Whole trading days, and the stretches asked for, are kept until there are
/// too many prices among them, the ones not used for longest being given up first.
///
/// Used by one thread at a time.
final class FlowSums {
    /// Prices kept: about 32 bytes each.
    private static final long MOST_PRICES = 2_000_000;

    private final OrderFlow flow;
    private final Map<Span, PriceVolumes> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long keptPrices;
    private long ticksRead;

    FlowSums(OrderFlow flow) {
        this.flow = flow;
    }

    /// Returns the sums over stretches that do not overlap and ascend.
    ///
    /// @throws CancellationException soon after `cancelled` says so
    List<PriceVolumes> of(List<Span> spans, BooleanSupplier cancelled) {
        Map<Span, PriceVolumes> found = new HashMap<>();
        Map<Span, PriceVolumes.Builder> missing = new LinkedHashMap<>();
        for (Span span : spans) {
            PriceVolumes known = kept.get(span);
            if (known == null) {
                missing.put(span, new PriceVolumes.Builder());
            } else {
                found.put(span, known);
            }
        }
        sum(new ArrayList<>(missing.entrySet()), cancelled);
        missing.forEach((span, builder) -> {
            PriceVolumes made = builder.build();
            found.put(span, made);
            keep(span, made);
        });
        return spans.stream().map(found::get).map(Objects::requireNonNull).toList();
    }

    private void sum(List<Map.Entry<Span, PriceVolumes.Builder>> missing, BooleanSupplier cancelled) {
        int next = 0;
        while (next < missing.size()) {
            long fromNs = missing.get(next).getKey().fromNs();
            long dayNs = flow.dayWithTicks(flow.dayStart(fromNs));
            if (dayNs == Long.MAX_VALUE) {
                return;
            }
            next = sumFromDay(missing, next, dayNs, cancelled);
        }
    }

    /// Sums up the days that the first stretch reaches over, with all others that begin in these.
    ///
    /// @return the next stretch that is not summed up
    private int sumFromDay(
            List<Map.Entry<Span, PriceVolumes.Builder>> missing, int first, long firstDay, BooleanSupplier cancelled) {
        int next = first;
        long dayNs = firstDay;
        while (next < missing.size() && dayNs != Long.MAX_VALUE) {
            if (missing.get(next).getKey().toNs() <= dayNs) {
                next++;
                continue;
            }
            if (missing.get(next).getKey().fromNs() >= flow.nextDayStart(dayNs)) {
                return next;
            }
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("another stretch is wanted");
            }
            next = sumDay(missing, next, dayNs, flow.nextDayStart(dayNs), cancelled);
            dayNs = flow.dayWithTicks(flow.nextDayStart(dayNs));
        }
        return dayNs == Long.MAX_VALUE ? missing.size() : next;
    }

    private int sumDay(
            List<Map.Entry<Span, PriceVolumes.Builder>> missing,
            int first,
            long dayNs,
            long endNs,
            BooleanSupplier cancelled) {
        Span span = missing.get(first).getKey();
        if (span.fromNs() <= dayNs && span.toNs() >= endNs) {
            missing.get(first).getValue().add(day(dayNs, endNs, cancelled));
            return span.toNs() == endNs ? first + 1 : first;
        }
        int end = first;
        long lastNs = dayNs;
        while (end < missing.size() && missing.get(end).getKey().fromNs() < endNs) {
            lastNs = Math.min(endNs, missing.get(end).getKey().toNs());
            end++;
        }
        sweep(missing.subList(first, end), dayNs, lastNs, cancelled);
        return missing.get(end - 1).getKey().toNs() > endNs ? end - 1 : end;
    }

    private void sweep(
            List<Map.Entry<Span, PriceVolumes.Builder>> spans, long dayNs, long endNs, BooleanSupplier cancelled) {
        long fromNs = Math.max(dayNs, spans.getFirst().getKey().fromNs());
        int[] at = {0};
        read(dayNs, fromNs, endNs, cancelled, (timeNs, price, quantity, side, basis) -> {
            while (at[0] < spans.size() && spans.get(at[0]).getKey().toNs() <= timeNs) {
                at[0]++;
            }
            if (at[0] < spans.size() && spans.get(at[0]).getKey().fromNs() <= timeNs) {
                spans.get(at[0]).getValue().add(price, quantity, side, basis);
            }
            return at[0] < spans.size();
        });
    }

    private PriceVolumes day(long dayNs, long endNs, BooleanSupplier cancelled) {
        Span span = new Span(dayNs, endNs);
        PriceVolumes known = kept.get(span);
        if (known != null) {
            return known;
        }
        PriceVolumes.Builder builder = new PriceVolumes.Builder();
        read(dayNs, dayNs, endNs, cancelled, (timeNs, price, quantity, side, basis) -> {
            builder.add(price, quantity, side, basis);
            return true;
        });
        PriceVolumes made = builder.build();
        keep(span, made);
        return made;
    }

    private void read(long dayNs, long fromNs, long toNs, BooleanSupplier cancelled, OrderFlow.Taker taker) {
        flow.read(dayNs, fromNs, toNs, (timeNs, price, quantity, side, basis) -> {
            if ((++ticksRead & 0xFFF) == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException("another stretch is wanted");
            }
            return taker.take(timeNs, price, quantity, side, basis);
        });
    }

    private void keep(Span span, PriceVolumes volumes) {
        @Nullable PriceVolumes before = kept.put(span, volumes);
        keptPrices += volumes.count() + 1 - (before == null ? 0 : before.count() + 1);
        var oldest = kept.entrySet().iterator();
        while (keptPrices > MOST_PRICES && kept.size() > 1) {
            keptPrices -= oldest.next().getValue().count() + 1;
            oldest.remove();
        }
    }

    /// Returns how many ticks were read so far.
    long ticksRead() {
        return ticksRead;
    }
}
