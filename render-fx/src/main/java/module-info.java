/// The canvas chart, its layers and level of detail, and the virtualized tables. It knows no database: it draws
/// what a small interface of its own hands it.
@org.jspecify.annotations.NullMarked
module ai.backtestr.render {
    requires static transitive org.jspecify;
    requires transitive ai.backtestr.engine;
    requires transitive javafx.controls;

    exports ai.backtestr.render.chart;
    exports ai.backtestr.render.indicator;
    exports ai.backtestr.render.drawing;
    exports ai.backtestr.render.order;
    exports ai.backtestr.render.profile;
    exports ai.backtestr.render.series;
    exports ai.backtestr.render.table;
}
