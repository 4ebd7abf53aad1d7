package ai.backtestr.data.store;

import ai.backtestr.data.store.QualityReport.Kind;
import ai.backtestr.data.store.QualityReport.Place;
import ai.backtestr.data.store.QualityReport.Sum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Collects where ticks or bars stand out: all are counted, the first of each kind kept. Used by one thread.
final class QualityPlaces {
    private final int most;
    private final Map<Kind, Found> found = new EnumMap<>(Kind.class);

    /// @param most how many places of a kind are kept
    QualityPlaces(int most) {
        this.most = most;
        for (Kind kind : Kind.values()) {
            found.put(kind, new Found());
        }
    }

    /// Takes a place of its own.
    ///
    /// @param detail asked for only if it is kept
    void add(Kind kind, long fromNs, long toNs, Supplier<String> detail) {
        of(kind).begin(kind, fromNs, toNs, detail);
    }

    /// Takes a row that stands out; those that follow one another are one place.
    ///
    /// @param number of the row, which tells whether it follows the one before
    /// @param detail asked for only if a place begins and is kept
    void row(Kind kind, long number, long timeNs, Supplier<String> detail) {
        Found of = of(kind);
        if (of.places > 0 && of.lastNumber == number - 1) {
            of.grow(timeNs);
        } else {
            of.begin(kind, timeNs, timeNs, detail);
        }
        of.lastNumber = number;
    }

    @SuppressWarnings("NullAway") // every kind has one
    private Found of(Kind kind) {
        return found.get(kind);
    }

    Sum sum(Kind kind) {
        return new Sum(of(kind).rows, of(kind).places);
    }

    /// Returns the places kept, by time.
    List<Place> kept() {
        return found.values().stream()
                .flatMap(of -> of.kept.stream())
                .sorted(Comparator.comparingLong(Place::fromNs))
                .toList();
    }

    private final class Found {
        final List<Place> kept = new ArrayList<>();
        long rows;
        long places;
        long lastNumber;

        void begin(Kind kind, long fromNs, long toNs, Supplier<String> detail) {
            rows++;
            places++;
            if (places <= most) {
                kept.add(new Place(kind, fromNs, toNs, 1, detail.get()));
            }
        }

        void grow(long timeNs) {
            rows++;
            if (places <= most) {
                Place last = kept.removeLast();
                kept.add(new Place(last.kind(), last.fromNs(), timeNs, last.rows() + 1, last.detail()));
            }
        }
    }
}
