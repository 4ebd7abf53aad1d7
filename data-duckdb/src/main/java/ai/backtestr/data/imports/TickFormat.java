package ai.backtestr.data.imports;

import java.util.List;
import java.util.stream.Collectors;

/// A format of tick files. Which one a file has is told by its content, or where that leaves it open by its name; a
/// user can state it. Immutable.
public abstract sealed class TickFormat permits BinanceStream, DelimitedFormat, DukascopyBi5, Parquet {
    private final String name;
    private final String expectation;

    /// @param expectation what its files hold, as an error tells it
    TickFormat(String name, String expectation) {
        this.name = name;
        this.expectation = expectation;
    }

    /// Returns all formats.
    public static List<TickFormat> all() {
        return TickFormats.ALL;
    }

    /// Returns the format of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static TickFormat named(String name) {
        return all().stream()
                .filter(format -> format.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format is called '" + name + "'; there are "
                        + all().stream().map(TickFormat::name).collect(Collectors.joining(", "))));
    }

    /// Returns its name, such as `histdata`.
    public final String name() {
        return name;
    }

    /// Returns what its files hold, in words.
    public final String expectation() {
        return expectation;
    }

    /// Tells whether the user can state the columns of its files and how times are written.
    boolean takesColumns() {
        return false;
    }

    /// Takes a file for one of this format.
    ///
    /// @throws ai.backtestr.data.store.StoreException if it is none, or cannot be read
    abstract TickFile open(SourceFile file, Request request);

    @Override
    public final String toString() {
        return name;
    }
}
