package ai.backtestr.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The arrows between the modules, and those within this one.
@AnalyzeClasses(packages = "ai.backtestr", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ENGINE = "ai.backtestr.engine..";
    private static final String DATA = "ai.backtestr.data..";
    private static final String RENDER = "ai.backtestr.render..";
    private static final String DESKTOP = "ai.backtestr.desktop..";
    private static final String[] DATABASE = {"java.sql..", "javax.sql..", "org.duckdb.."};
    private static final String[] WINDOW = {"javafx..", "java.awt..", "javax.swing.."};

    @ArchTest
    static final ArchRule ENGINE_KNOWS_NO_OTHER_MODULE = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DATA, RENDER, DESKTOP)
            .because("a backtest must be usable, and testable, without a store and without a window");

    @ArchTest
    static final ArchRule ENGINE_KNOWS_NO_DATABASE = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DATABASE)
            .because("ticks reach the engine through TickSource, from wherever they are kept");

    @ArchTest
    static final ArchRule ENGINE_KNOWS_NO_WINDOW = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WINDOW)
            .because("the engine thread must never wait for a toolkit");

    @ArchTest
    static final ArchRule DATA_KNOWS_ENGINE_ONLY = noClasses()
            .that()
            .resideInAPackage(DATA)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RENDER, DESKTOP)
            .because("whoever shows or runs ticks asks the store, never the other way round");

    @ArchTest
    static final ArchRule DATA_KNOWS_NO_WINDOW = noClasses()
            .that()
            .resideInAPackage(DATA)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WINDOW)
            .because("imports run without a display, and tell their progress through an interface of their own");

    @ArchTest
    static final ArchRule CACHES_KNOW_NO_DATABASE = noClasses()
            .that()
            .resideInAnyPackage("ai.backtestr.data.cache..", "ai.backtestr.data.segment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.duckdb..", "ai.backtestr.data.store..")
            .because("the store hands them the ticks that segments are made of, through an interface of theirs");

    @ArchTest
    static final ArchRule RENDER_KNOWS_ENGINE_ONLY = noClasses()
            .that()
            .resideInAPackage(RENDER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DATA, DESKTOP)
            .because("a chart draws what its own small interfaces hand it");

    @ArchTest
    static final ArchRule RENDER_KNOWS_NO_DATABASE = noClasses()
            .that()
            .resideInAPackage(RENDER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DATABASE)
            .because("the toolkit's thread only issues drawing commands; reading happens elsewhere");

    @ArchTest
    static final ArchRule SQL_STAYS_IN_THE_STORE = noClasses()
            .that()
            .resideInAPackage(DESKTOP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DATABASE)
            .because("the store alone knows its tables and its driver");

    @ArchTest
    static final ArchRule WORK_KNOWS_NO_FRONT_END = noClasses()
            .that()
            .resideInAnyPackage(
                    "ai.backtestr.desktop.workspace..",
                    "ai.backtestr.desktop.instrument..",
                    "ai.backtestr.desktop.runs..",
                    "ai.backtestr.desktop.honesty..",
                    "ai.backtestr.desktop.program..",
                    "ai.backtestr.desktop.task..",
                    "ai.backtestr.desktop.userstrategy..",
                    "ai.backtestr.desktop.sample..",
                    "ai.backtestr.desktop.report..",
                    "ai.backtestr.desktop.output..",
                    "ai.backtestr.desktop.home..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.backtestr.desktop.commandline..", "ai.backtestr.desktop.window..", "picocli..")
            .because("the command line and the window do the same work");

    @ArchTest
    static final ArchRule OWN_STRATEGIES_KNOW_NO_WINDOW = noClasses()
            .that()
            .resideInAPackage("ai.backtestr.desktop.userstrategy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WINDOW)
            .because("a strategy compiles and runs without a display");

    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_COMPOSITION_ROOT = noClasses()
            .that()
            .resideInAPackage("ai.backtestr.desktop.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.backtestr.desktop")
            .because("it puts the parts together, so it knows them and they do not know it");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("ai.backtestr.desktop.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that needs another back cannot be understood by itself");
}
