/// Importers and the DuckDB tick store.
@org.jspecify.annotations.NullMarked
module ai.backtestr.data {
    requires static transitive org.jspecify;
    requires transitive ai.backtestr.engine;
    requires java.sql;
    requires jdk.management;
    requires duckdb.jdbc;
    requires com.github.luben.zstd_jni;
    requires de.siegmar.fastcsv;
    requires org.tukaani.xz;
    requires tools.jackson.core;

    exports ai.backtestr.data.cache;
    exports ai.backtestr.data.imports;
    exports ai.backtestr.data.store;
    exports ai.backtestr.data.synthetic;
}
