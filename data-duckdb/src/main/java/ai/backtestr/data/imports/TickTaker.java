package ai.backtestr.data.imports;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickFlags;
import org.jspecify.annotations.Nullable;

/// Puts rows into a batch: as ticks at the instrument's scales, or refused with the reason. Immutable.
///
/// @param instrument whose scales count, `null` to learn the facts of the rows alone
/// @param unit what the times of the file count
/// @param rejectsCrossed whether quotes whose ask is below the bid are refused
record TickTaker(@Nullable Instrument instrument, @Nullable EpochUnit unit, boolean rejectsCrossed) {
    /// Learns the facts of rows without keeping ticks.
    static final TickTaker FACTS = new TickTaker(null, null, false);

    void take(RawTick tick, TickBatch batch) {
        if (!tick.reason.isEmpty()) {
            batch.refuse(tick.line, tick.reason);
            return;
        }
        batch.facts.take(tick);
        if (instrument != null) {
            String reason = misfit(tick, instrument);
            if (reason.isEmpty()) {
                reason = append(tick, instrument, batch);
            }
            if (!reason.isEmpty()) {
                batch.refuse(tick.line, reason);
            }
        }
    }

    /// Says why a well-formed row cannot be taken into this instrument; empty if it can.
    private String misfit(RawTick tick, Instrument into) {
        if (tick.unit != unit) {
            return "time is in " + tick.unit + " where the file counts in " + unit;
        }
        if (tick.priceDecimals() > into.priceScale()) {
            return tooFine("price", tick.priceDecimals(), into.priceScale(), into);
        }
        return tick.quantityDecimals() > into.quantityScale()
                ? tooFine("quantity", tick.quantityDecimals(), into.quantityScale(), into)
                : "";
    }

    private static String tooFine(String what, int needed, int kept, Instrument into) {
        String wayOut = needed > Instrument.MAX_SCALE
                ? "no more than " + Instrument.MAX_SCALE + " can be held; round it in the file"
                : "import the file under another symbol, or round it in the file";
        return what + " needs " + needed + " decimals where " + into.symbol() + " keeps " + kept + " (" + wayOut + ")";
    }

    private String append(RawTick tick, Instrument into, TickBatch batch) {
        try {
            long bid = tick.bid.units(into.priceScale());
            long bidSize = tick.bidSize.units(into.quantityScale());
            if (!tick.quote) {
                batch.add(tick.timeNs, bid, bid, bidSize, bidSize, (byte) (TickFlags.TRADE | tick.aggressor));
                return "";
            }
            long ask = tick.ask.units(into.priceScale());
            long askSize = tick.askSize.units(into.quantityScale());
            if (ask < bid && rejectsCrossed) {
                return "ask " + tick.ask + " below bid " + tick.bid + " (crossed quote)";
            }
            batch.add(tick.timeNs, bid, ask, bidSize, askSize, ask < bid ? TickFlags.CROSSED : TickFlags.QUOTE);
            return "";
        } catch (ArithmeticException e) {
            return "a number is too large for the decimals that " + into.symbol() + " keeps (" + into.priceScale()
                    + " of a price, " + into.quantityScale() + " of a quantity)";
        }
    }
}
