package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.desktop.settings.AccountPreferences;
import ai.backtestr.desktop.settings.MachinePreferences;
import ai.backtestr.desktop.settings.Preferences;
import ai.backtestr.desktop.settings.Preferences.ThemeChoice;
import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.thread.CpuAffinity;
import ai.backtestr.engine.thread.Waiting;
import ai.backtestr.render.chart.ChartPalette;
import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/// The forms of the settings. FX thread only.
final class PreferenceForms {
    private static final List<Integer> FONT_PERCENTS = List.of(80, 90, 100, 110, 125, 150);
    private static final String FITTING = "as fits the instrument";

    /// Of the machine and of the large exchanges, from west to east; any other can be typed.
    private static final List<String> ZONES = List.of(
            "UTC",
            Preferences.MACHINE,
            "America/Chicago",
            "America/New_York",
            "America/Toronto",
            "America/Sao_Paulo",
            "Europe/London",
            "Europe/Berlin",
            "Europe/Zurich",
            "Asia/Kolkata",
            "Asia/Singapore",
            "Asia/Hong_Kong",
            "Asia/Shanghai",
            "Asia/Tokyo",
            "Australia/Sydney");

    private final Workbench workbench;
    private final Preferred preferred;
    private final Window owner;

    PreferenceForms(Workbench workbench, Window owner) {
        this.workbench = workbench;
        preferred = workbench.preferred();
        this.owner = owner;
    }

    private static VBox form(String note) {
        Label label = new Label(note);
        label.getStyleClass().add("note");
        label.setWrapText(true);
        VBox form = new VBox(label);
        form.getStyleClass().addAll("form", "preferences");
        return form;
    }

    /// How the window looks.
    VBox appearance() {
        Preferences now = preferred.now();
        VBox form = form("Counts at once, for every window and chart.");
        form.getChildren()
                .addAll(
                        PreferenceRows.choice(
                                "theme",
                                "Theme",
                                "Dark, light, or as the desktop has it.",
                                List.of(ThemeChoice.values()),
                                PreferenceForms::title,
                                now.theme(),
                                theme -> preferred.change(before -> before.withTheme(theme))),
                        PreferenceRows.choice(
                                "palette",
                                "Colours",
                                "Of charts, and of gains and losses everywhere.",
                                List.of(ChartPalette.values()),
                                ChartPalette::title,
                                now.palette(),
                                palette -> preferred.change(before -> before.withPalette(palette))),
                        PreferenceRows.choice(
                                "font",
                                "Size of text",
                                "Of everything that is written, in charts too.",
                                withChosen(FONT_PERCENTS, now.fontPercent()),
                                percent -> percent + " %",
                                now.fontPercent(),
                                percent -> preferred.change(before -> before.withFontPercent(percent))),
                        PreferenceRows.typedChoice(
                                "zone",
                                "Times",
                                "The zone times are shown in: UTC, " + Preferences.MACHINE + " (here "
                                        + ZoneId.systemDefault() + "), or any other such as America/New_York. Bars stay"
                                        + " as they are; what is stored, copied and exported stays in UTC.",
                                ZONES,
                                now.zone(),
                                zone -> preferred.change(before -> before.withZone(zone))));
        return form;
    }

    private static List<Integer> withChosen(List<Integer> offered, int chosen) {
        return Stream.concat(offered.stream(), Stream.of(chosen))
                .distinct()
                .sorted()
                .toList();
    }

    private static String title(ThemeChoice theme) {
        return switch (theme) {
            case DARK -> "Dark";
            case LIGHT -> "Light";
            case SYSTEM -> "As the desktop has it";
        };
    }

    /// The account that runs begin with.
    VBox account() {
        AccountPreferences now = preferred.now().account();
        VBox form = form(
                "The account that strategies start with; the fields of the strategy panel take it over at" + " once.");
        form.getChildren()
                .addAll(
                        PreferenceRows.text(
                                "cash",
                                "Cash",
                                "What the account starts with, above 0, in its currency.",
                                now.cash(),
                                text -> change(before -> new AccountPreferences(
                                        text,
                                        before.leverage(),
                                        before.commission(),
                                        before.mode(),
                                        before.currency()))),
                        PreferenceRows.text(
                                "currency",
                                "Currency",
                                "What the account is kept in, such as USD; empty for the instrument's. Another than"
                                        + " that takes its rate, stored or stated.",
                                now.currency(),
                                text -> change(before -> new AccountPreferences(
                                        before.cash(), before.leverage(), before.commission(), before.mode(), text))),
                        PreferenceRows.text(
                                "leverage",
                                "Leverage",
                                "How many times its equity the account may hold, 1 to 1000.",
                                now.leverage(),
                                text -> change(before -> new AccountPreferences(
                                        before.cash(), text, before.commission(), before.mode(), before.currency()))),
                        PreferenceRows.text(
                                "commission",
                                "Commission",
                                "none, or a percentage of what is traded, like 0.1%",
                                now.commission(),
                                text -> change(before -> new AccountPreferences(
                                        before.cash(), before.leverage(), text, before.mode(), before.currency()))),
                        PreferenceRows.choice(
                                "mode",
                                "Positions",
                                "Netting: one position, first in, first out. Hedging: one for each order that opened"
                                        + " one, long and short side by side.",
                                List.of(AccountMode.values()),
                                mode -> mode == AccountMode.NETTING ? "Netting" : "Hedging",
                                now.mode(),
                                mode -> change(before -> new AccountPreferences(
                                        before.cash(),
                                        before.leverage(),
                                        before.commission(),
                                        mode,
                                        before.currency()))));
        return form;
    }

    private void change(UnaryOperator<AccountPreferences> other) {
        AccountPreferences account = other.apply(preferred.now().account());
        AccountCheck.require(account);
        preferred.change(before -> before.withAccount(account));
    }

    /// How runs use the machine.
    VBox machine() {
        MachinePreferences now = preferred.now().machine();
        VBox form = form("Changes the speed of runs and never their result. Counts from the next run on.");
        List<Integer> cpus = IntStream.range(-1, Runtime.getRuntime().availableProcessors())
                .boxed()
                .toList();
        form.getChildren()
                .addAll(
                        PreferenceRows.choice(
                                "waiting",
                                "Threads wait",
                                "How the engine and the thread that reads ahead wait for each other.",
                                List.of(Waiting.values()),
                                PreferenceForms::title,
                                now.waiting(),
                                waiting -> changeMachine(before -> new MachinePreferences(
                                        waiting,
                                        before.engineCpu(),
                                        before.producerCpu(),
                                        before.pageMegabytes(),
                                        before.databaseMegabytes()))),
                        PreferenceRows.choice(
                                "engine-cpu",
                                "Engine on processor",
                                "Keeps the engine on one processor. Linux only.",
                                withChosen(cpus, now.engineCpu()),
                                PreferenceForms::cpu,
                                now.engineCpu(),
                                cpu -> changeMachine(before -> new MachinePreferences(
                                        before.waiting(),
                                        possible(cpu),
                                        before.producerCpu(),
                                        before.pageMegabytes(),
                                        before.databaseMegabytes()))),
                        PreferenceRows.choice(
                                "producer-cpu",
                                "Reader on processor",
                                "Keeps the thread that reads ahead on one processor. Linux only.",
                                withChosen(cpus, now.producerCpu()),
                                PreferenceForms::cpu,
                                now.producerCpu(),
                                cpu -> changeMachine(before -> new MachinePreferences(
                                        before.waiting(),
                                        before.engineCpu(),
                                        possible(cpu),
                                        before.pageMegabytes(),
                                        before.databaseMegabytes()))),
                        PreferenceRows.text(
                                "page-memory",
                                "Memory for ticks, MB",
                                "Decoded ticks kept in memory, 16 MB or more; 0 for what fits the machine.",
                                String.valueOf(now.pageMegabytes()),
                                text -> changeMachine(before -> new MachinePreferences(
                                        before.waiting(),
                                        before.engineCpu(),
                                        before.producerCpu(),
                                        PreferenceRows.number(text),
                                        before.databaseMegabytes()))),
                        PreferenceRows.text(
                                "database-memory",
                                "Memory of the database, MB",
                                "What imports and SQL may take, 128 MB or more; 0 for what fits the machine.",
                                String.valueOf(now.databaseMegabytes()),
                                text -> changeMachine(before -> new MachinePreferences(
                                        before.waiting(),
                                        before.engineCpu(),
                                        before.producerCpu(),
                                        before.pageMegabytes(),
                                        PreferenceRows.number(text)))));
        return form;
    }

    private void changeMachine(UnaryOperator<MachinePreferences> other) {
        MachinePreferences machine = other.apply(preferred.now().machine());
        preferred.change(before -> before.withMachine(machine));
    }

    private static int possible(int cpu) {
        CpuAffinity.obstacle(cpu).ifPresent(obstacle -> {
            throw new IllegalArgumentException("a thread cannot be kept on processor " + cpu + ": " + obstacle);
        });
        return cpu;
    }

    private static String cpu(int cpu) {
        return cpu < 0 ? "any" : String.valueOf(cpu);
    }

    private static String title(Waiting waiting) {
        return switch (waiting) {
            case BUSY_SPIN -> "spinning: a core each, lowest latency";
            case YIELDING -> "yielding: for a machine that is shared";
            case SLEEPING -> "sleeping: little load (usual)";
            case BLOCKING -> "blocking: for a laptop's battery";
        };
    }

    /// What charts begin with, and where things are.
    VBox places() {
        VBox form = form("Bars count for instruments that are shown for the first time.");
        String timeframe = preferred.now().timeframe();
        List<String> offered = Stream.concat(
                        Stream.of(FITTING), ChartTimeframes.offered().stream().map(Timeframe::toString))
                .toList();
        form.getChildren()
                .addAll(
                        PreferenceRows.choice(
                                "timeframe",
                                "Bars at first",
                                "The bars that an instrument is first shown in, where it has them.",
                                offered,
                                text -> text,
                                timeframe == null ? FITTING : timeframe,
                                text -> preferred.change(
                                        before -> before.withTimeframe(text.equals(FITTING) ? null : text))),
                        strategies());
        return form;
    }

    private VBox strategies() {
        Path usual = workbench.workspace().home().usualStrategies();
        Label folder = new Label(workbench.workspace().strategies().folder().toString());
        folder.setId("preference-strategies");
        folder.setWrapText(true);
        Button choose = new Button("Choose…");
        choose.setId("preference-strategies-choose");
        choose.setAccessibleText("Folder of your own strategies");
        choose.setAccessibleHelp("Where your own strategies are, for the command line too.");
        choose.setOnAction(event -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle("Folder of your own strategies");
            File chosen = chooser.showDialog(owner);
            if (chosen != null) {
                use(chosen.toPath(), folder);
            }
        });
        Button back = new Button("That of the home folder");
        back.setOnAction(event -> use(usual, folder));
        choose.getStyleClass().add("small");
        back.getStyleClass().add("small");
        HBox buttons = new HBox(8, choose, back);
        Label title = new Label("Your own strategies are in, for the command line too:");
        return new VBox(6, title, folder, buttons);
    }

    private void use(Path chosen, Label shown) {
        preferred.useStrategies(chosen);
        shown.setText(chosen.toString());
    }
}
