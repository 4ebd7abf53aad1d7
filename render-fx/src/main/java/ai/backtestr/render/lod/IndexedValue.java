package ai.backtestr.render.lod;

/// A value that belongs to an index, read without boxing.
@FunctionalInterface
public interface IndexedValue {
    /// Returns the value at `index`.
    double at(int index);
}
