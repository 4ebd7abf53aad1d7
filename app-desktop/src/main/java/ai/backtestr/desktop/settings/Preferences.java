package ai.backtestr.desktop.settings;

import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.chart.ChartPalette;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the user prefers. Immutable.
///
/// @param version of the file's form; always [#VERSION]
/// @param theme the window's colours
/// @param palette the colours of charts, and of gains and losses
/// @param fontPercent the size of what is written, in per cent of the usual
/// @param account what runs begin with
/// @param machine how runs use the machine
/// @param timeframe the bars that an instrument is first shown in; null for those that fit
/// @param zone the zone times are shown in: `UTC`, [#MACHINE] or an IANA name such as `America/New_York`
/// @param tour whether the tour is to be offered at the start
public record Preferences(
        int version,
        ThemeChoice theme,
        ChartPalette palette,
        int fontPercent,
        AccountPreferences account,
        MachinePreferences machine,
        @Nullable String timeframe,
        String zone,
        boolean tour) {
    /// The form of file that this program writes and reads.
    public static final int VERSION = 1;

    /// Stands for the zone of the machine.
    public static final String MACHINE = "machine";

    /// The smallest size of what is written, in per cent.
    public static final int LEAST_FONT = 80;

    /// The largest.
    public static final int MOST_FONT = 150;

    /// The product's own.
    public static final Preferences DEFAULTS = new Preferences(
            VERSION,
            ThemeChoice.DARK,
            ChartPalette.STANDARD,
            100,
            AccountPreferences.DEFAULTS,
            MachinePreferences.DEFAULTS,
            null,
            "UTC",
            true);

    /// The window's colours.
    public enum ThemeChoice {
        /// Light on dark.
        DARK,
        /// Dark on light.
        LIGHT,
        /// As the desktop has it.
        SYSTEM
    }

    public Preferences {
        if (version != VERSION) {
            throw new IllegalArgumentException("version " + version + " is not " + VERSION);
        }
        Objects.requireNonNull(theme, "theme");
        Objects.requireNonNull(palette, "palette");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(machine, "machine");
        clock(zone);
        if (fontPercent < LEAST_FONT || fontPercent > MOST_FONT) {
            throw new IllegalArgumentException(
                    "a size of " + fontPercent + " % is not within " + LEAST_FONT + " and " + MOST_FONT);
        }
    }

    /// Returns the same in other colours of the window.
    public Preferences withTheme(ThemeChoice other) {
        return new Preferences(version, other, palette, fontPercent, account, machine, timeframe, zone, tour);
    }

    /// Returns the same in other colours of charts.
    public Preferences withPalette(ChartPalette other) {
        return new Preferences(version, theme, other, fontPercent, account, machine, timeframe, zone, tour);
    }

    /// Returns the same with what is written in another size.
    public Preferences withFontPercent(int other) {
        return new Preferences(version, theme, palette, other, account, machine, timeframe, zone, tour);
    }

    /// Returns the same with another account to begin with.
    public Preferences withAccount(AccountPreferences other) {
        return new Preferences(version, theme, palette, fontPercent, other, machine, timeframe, zone, tour);
    }

    /// Returns the same with another use of the machine.
    public Preferences withMachine(MachinePreferences other) {
        return new Preferences(version, theme, palette, fontPercent, account, other, timeframe, zone, tour);
    }

    /// Returns the same with other bars to begin with; null for those that fit.
    public Preferences withTimeframe(@Nullable String other) {
        return new Preferences(version, theme, palette, fontPercent, account, machine, other, zone, tour);
    }

    /// Returns the same with times shown in another zone.
    ///
    /// @throws IllegalArgumentException if there is no such zone
    public Preferences withZone(String other) {
        return new Preferences(version, theme, palette, fontPercent, account, machine, timeframe, other, tour);
    }

    /// Returns the clock whose times are shown.
    public WallClock clock() {
        return clock(zone);
    }

    private static WallClock clock(String zone) {
        try {
            return WallClock.of(zone.equals(MACHINE) ? ZoneId.systemDefault() : ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + zone + "' is no zone; take UTC, " + MACHINE + ", or one such as America/New_York", e);
        }
    }

    /// Returns the same, the tour offered at the start or not.
    public Preferences withTour(boolean other) {
        return new Preferences(version, theme, palette, fontPercent, account, machine, timeframe, zone, other);
    }
}
