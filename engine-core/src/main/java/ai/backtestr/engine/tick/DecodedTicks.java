package ai.backtestr.engine.tick;

import ai.backtestr.engine.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ticks of one instrument, decoded once and kept off-heap, to be read from the first to the last any number of
/// times and by any number of threads at once. 41 bytes a tick.
///
/// Nothing changes the pages once [#of] has returned. Whoever made them closes them, after the last reader is done.
public final class DecodedTicks implements AutoCloseable {
    private final Instrument instrument;
    private final boolean hasTrades;
    private final String dataDigest;
    private final List<TickPage> pages;
    private final long ticks;

    private DecodedTicks(Instrument instrument, boolean hasTrades, String dataDigest, List<TickPage> pages) {
        this.instrument = instrument;
        this.hasTrades = hasTrades;
        this.dataDigest = dataDigest;
        this.pages = List.copyOf(pages);
        this.ticks = pages.stream().mapToLong(TickPage::count).sum();
    }

    /// Reads `source` from the first tick to the last; it stays the caller's to close.
    ///
    /// @throws TickSourceException if the ticks cannot be read; nothing is kept then
    public static DecodedTicks of(TickSource source) {
        List<TickPage> pages = new ArrayList<>();
        TickBlock block = new TickBlock();
        TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);
        try {
            while (source.fill(page)) {
                page.check(block);
                pages.add(page);
                page = new TickPage(TickPage.DEFAULT_CAPACITY);
            }
        } catch (RuntimeException | Error e) {
            pages.forEach(TickPage::close);
            throw e;
        } finally {
            page.close();
        }
        return new DecodedTicks(source.instrument(), source.hasTrades(), source.dataDigest(), pages);
    }

    /// Returns the pages, in order.
    public List<TickPage> pages() {
        return pages;
    }

    /// Returns how many ticks there are.
    public long tickCount() {
        return ticks;
    }

    /// Returns a source that reads them from the first on. Closing it frees nothing.
    public PageSource reader() {
        return new Reader();
    }

    /// Frees the pages. No reader may be in use.
    @Override
    public void close() {
        pages.forEach(TickPage::close);
    }

    private final class Reader implements PageSource {
        private int next;

        @Override
        public Instrument instrument() {
            return instrument;
        }

        @Override
        public boolean hasTrades() {
            return hasTrades;
        }

        @Override
        public String dataDigest() {
            if (next < pages.size()) {
                throw new IllegalStateException("there are ticks that have not been read yet");
            }
            return dataDigest;
        }

        @Override
        public long tickCount() {
            return ticks;
        }

        @Override
        public @Nullable TickPage nextPage() {
            return next < pages.size() ? pages.get(next++) : null;
        }

        @Override
        public boolean fill(TickPage page) {
            TickPage from = nextPage();
            page.clear();
            if (from != null) {
                page.copy(from);
            }
            return from != null;
        }

        @Override
        public void close() {}
    }
}
