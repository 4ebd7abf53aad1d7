package ai.backtestr.data.store;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBWritableVector;

/// The memory behind the driver's vectors, to be copied as a whole.
///
/// The driver's setters take a lock for each value and its getters check each value's type and presence, which
/// together would cost more than the database itself. The field behind them is private: the version of the driver
/// is pinned, and another one without the field fails at once. See docs/decisions/0031-one-reading.md.
final class VectorMemory {
    private static final VarHandle READABLE = field(DuckDBReadableVector.class, "data");
    private static final VarHandle WRITABLE = field(DuckDBWritableVector.class, "data");
    private static final VarHandle PRESENCE = field(DuckDBWritableVector.class, "validity");

    private VectorMemory() {}

    private static VarHandle field(Class<?> vector, String name) {
        try {
            return MethodHandles.privateLookupIn(vector, MethodHandles.lookup())
                    .findVarHandle(vector, name, ByteBuffer.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of DuckDB's driver keeps its vectors elsewhere", e);
        }
    }

    /// Returns the values of a vector without NULLs, valid as long as its chunk.
    static MemorySegment of(DuckDBReadableVector vector) {
        return MemorySegment.ofBuffer((ByteBuffer) READABLE.get(vector));
    }

    /// Returns where the values of a vector go; none of them is NULL unless set so afterwards.
    static MemorySegment of(DuckDBWritableVector vector) {
        MemorySegment.ofBuffer((ByteBuffer) PRESENCE.get(vector)).fill((byte) 0xff);
        return MemorySegment.ofBuffer((ByteBuffer) WRITABLE.get(vector));
    }
}
