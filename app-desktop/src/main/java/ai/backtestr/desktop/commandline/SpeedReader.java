package ai.backtestr.desktop.commandline;

import ai.backtestr.engine.replay.ReplayClock;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads how fast a replay goes: a factor, or `max`.
final class SpeedReader implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        if (text.toLowerCase(Locale.ROOT).equals("max")) {
            return ReplayClock.FASTEST;
        }
        try {
            double factor = Double.parseDouble(text);
            if (factor > 0 && factor < Double.POSITIVE_INFINITY) {
                return factor;
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException(misfit(text));
        }
        throw new TypeConversionException(misfit(text));
    }

    private static String misfit(String text) {
        return "'" + text + "' is not a speed; write a factor above 0, like 1, 60 or 0.5, or max";
    }
}
