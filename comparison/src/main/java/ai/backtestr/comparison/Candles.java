package ai.backtestr.comparison;

import ai.backtestr.render.series.BarSource;
import io.fair_acc.dataset.spi.financial.api.attrs.AttributeModel;
import io.fair_acc.dataset.spi.financial.api.ohlcv.IOhlcv;
import io.fair_acc.dataset.spi.financial.api.ohlcv.IOhlcvItem;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;

/// Bars as chart-fx takes them: an object each, made beforehand.
@SuppressWarnings("JavaUtilDate") // what the interface asks for
final class Candles implements IOhlcv {
    private final List<IOhlcvItem> items = new ArrayList<>();
    private final AttributeModel attributes = new AttributeModel();

    Candles(BarSource bars) {
        for (int i = 0; i < bars.count(); i++) {
            items.add(new Candle(
                    new Date(bars.timeNs(i) / 1_000_000),
                    bars.open(i),
                    bars.high(i),
                    bars.low(i),
                    bars.close(i),
                    bars.volume(i),
                    0,
                    attributes));
        }
    }

    @Override
    public IOhlcvItem getOhlcvItem(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public Iterator<IOhlcvItem> iterator() {
        return items.iterator();
    }

    @Override
    public AttributeModel getAddon() {
        return attributes;
    }

    @Override
    public AttributeModel getAddonOrCreate() {
        return attributes;
    }

    private record Candle(
            Date getTimeStamp,
            double getOpen,
            double getHigh,
            double getLow,
            double getClose,
            double getVolume,
            double getOpenInterest,
            AttributeModel getAddon)
            implements IOhlcvItem {
        @Override
        public AttributeModel getAddonOrCreate() {
            return getAddon;
        }
    }
}
