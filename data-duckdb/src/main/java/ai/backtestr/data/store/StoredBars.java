package ai.backtestr.data.store;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;

/// What the store holds of one instrument's bar data of one timeframe.
///
/// @param instrument the instrument
/// @param timeframe how long each bar lasts
/// @param firstNs start of the first bar, nanoseconds since the epoch, UTC
/// @param lastNs start of the last bar
/// @param bars how many there are
public record StoredBars(Instrument instrument, Timeframe timeframe, long firstNs, long lastNs, long bars) {}
