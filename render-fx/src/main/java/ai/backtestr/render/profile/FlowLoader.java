package ai.backtestr.render.profile;

import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.render.loading.LatestWish;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Sums up what a chart wants of the order flow, on a thread of its own. A newer wish replaces an older one, whose
/// work ends soon; what it has summed up of whole days by then is kept.
///
/// Threads: any thread wishes and closes, and does not wait; the loader publishes pictures that never change.
final class FlowLoader implements AutoCloseable {
    private final OrderFlow flow;
    private final FlowSums sums;
    private final BiConsumer<FlowLoader, FlowPicture> onPicture;
    private final Consumer<RuntimeException> onProblem;
    private final LatestWish<WishMaker> wishes = new LatestWish<>("flow-loader", this::load);

    /// @param onPicture called by the loader with what a wish came to
    /// @param onProblem called by the loader when the flow cannot be read
    FlowLoader(OrderFlow flow, BiConsumer<FlowLoader, FlowPicture> onPicture, Consumer<RuntimeException> onProblem) {
        this.flow = flow;
        this.onPicture = onPicture;
        this.onProblem = onProblem;
        sums = new FlowSums(flow);
    }

    /// Wishes the picture noted last instead of the one wished before.
    void wish(WishMaker noted) {
        wishes.wish(noted);
    }

    private void load(WishMaker noted) {
        try {
            onPicture.accept(this, picture(noted.wish()));
        } catch (CancellationException e) {
            // Something else is wanted by now, or the flow was closed and nothing is.
        } catch (RuntimeException e) {
            wishes.close();
            onProblem.accept(e);
        }
    }

    private FlowPicture picture(FlowWish wanted) {
        List<PriceVolumes> read = new ArrayList<>();
        List<FlowPicture.Footprint> footprints = footprints(wanted, read);
        FlowPicture.Profile profile = null;
        if (wanted.visible()) {
            PriceVolumes all = sums.of(List.of(wanted.span()), wishes::isStale).getFirst();
            read.add(all);
            profile = profile(wanted.span(), new FlowRows(all, wanted.profileRow()));
        }
        List<FlowPicture.Profile> sessions = sessions(wanted, read);
        long row = wanted.bars().isEmpty() ? wanted.profileRow() : wanted.barRow();
        String words = SideWords.of(read, flow.countsTicks()) + "; rows of " + price(row);
        return new FlowPicture(wanted, footprints, profile, sessions, words);
    }

    private String price(long units) {
        return FixedPoint.format(units, flow.priceScale());
    }

    private FlowPicture.Profile profile(Span span, FlowRows rows) {
        if (rows.control() < 0) {
            return new FlowPicture.Profile(span, rows, "", "", "");
        }
        long control = rows.price(rows.control()) + rows.height() / flow.tickSize() / 2 * flow.tickSize();
        long high = rows.price(rows.valueHigh()) + rows.height() - flow.tickSize();
        return new FlowPicture.Profile(
                span, rows, "POC " + price(control), "VAH " + price(high), "VAL " + price(rows.price(rows.valueLow())));
    }

    private List<FlowPicture.Footprint> footprints(FlowWish wanted, List<PriceVolumes> read) {
        List<PriceVolumes> bars = sums.of(wanted.bars(), wishes::isStale);
        read.addAll(bars);
        List<FlowPicture.Footprint> footprints = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            footprints.add(footprint(wanted.bars().get(i), new FlowRows(bars.get(i), wanted.barRow())));
        }
        return footprints;
    }

    private FlowPicture.Footprint footprint(Span bar, FlowRows rows) {
        List<String> sold = new ArrayList<>();
        List<String> bought = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            sold.add(QuantityText.of(rows.sold(row), flow.quantityScale()));
            bought.add(QuantityText.of(rows.bought(row), flow.quantityScale()));
        }
        return new FlowPicture.Footprint(
                bar, rows, sold, bought, QuantityText.signed(rows.delta(), flow.quantityScale()));
    }

    private List<FlowPicture.Profile> sessions(FlowWish wanted, List<PriceVolumes> read) {
        List<Span> days = new ArrayList<>();
        if (wanted.sessions()) {
            long dayNs = flow.dayWithTicks(flow.dayStart(wanted.span().fromNs()));
            while (dayNs < wanted.span().toNs()) {
                long endNs = flow.nextDayStart(dayNs);
                days.add(new Span(dayNs, endNs));
                dayNs = flow.dayWithTicks(endNs);
            }
        }
        List<PriceVolumes> volumes = sums.of(days, wishes::isStale);
        read.addAll(volumes);
        List<FlowPicture.Profile> sessions = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            sessions.add(profile(days.get(i), new FlowRows(volumes.get(i), wanted.profileRow())));
        }
        return sessions;
    }

    /// Returns once what was wished is loaded, or cannot be. Not on the FX thread.
    void awaitIdle() {
        wishes.awaitIdle();
    }

    /// Ends the thread soon, without waiting for it.
    @Override
    public void close() {
        wishes.close();
    }
}
