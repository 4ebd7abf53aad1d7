/// The program: the command line, the workbench window, reports, and what ties the other modules together.
@org.jspecify.annotations.NullMarked
module ai.backtestr.desktop {
    requires ai.backtestr.data;
    requires ai.backtestr.engine;
    requires ai.backtestr.render;
    requires atlantafx.base;
    requires ch.qos.logback.classic;
    requires com.fasterxml.jackson.annotation;
    requires ch.qos.logback.core;
    requires com.samskivert.jmustache;
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires java.compiler;
    requires java.desktop;
    requires java.management;
    requires static jdk.compiler; // where the Java runtime has none, strategies cannot be written
    requires javafx.swing;
    requires static jfx.incubator.richtext; // added where a window opens, see the launcher
    requires me.tongfei.progressbar;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires org.slf4j;
    requires static org.jspecify;
    requires tools.jackson.databind;

    opens ai.backtestr.desktop.dock to
            tools.jackson.databind;
    opens ai.backtestr.desktop.layout to
            tools.jackson.databind;
    opens ai.backtestr.desktop.commandline to
            info.picocli;
    opens ai.backtestr.desktop.settings to
            tools.jackson.databind;

    provides ch.qos.logback.classic.spi.Configurator with
            ai.backtestr.desktop.home.LogSetup;
}
