package ai.backtestr.data.imports;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.InstrumentDefaults;

/// What is assumed of an instrument that the store does not know yet.
final class NewInstrument {
    private NewInstrument() {}

    static Instrument of(String symbol, int priceScale, int quantityScale) {
        return InstrumentDefaults.of(symbol, priceScale, quantityScale);
    }
}
