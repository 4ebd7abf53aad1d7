package ai.backtestr.desktop.commandline;

import ai.backtestr.data.imports.ColumnChoice;
import ai.backtestr.data.imports.TickFormat;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.currency.ConversionRule;
import ai.backtestr.engine.indicator.IndicatorSpec;
import ai.backtestr.engine.run.PathAssumption;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How the values of options are read, and what is said about those that cannot be.
final class ValueReaders {
    private ValueReaders() {}

    static void register(CommandLine root) {
        root.registerConverter(BigDecimal.class, ValueReaders::number);
        root.registerConverter(Timeframe.class, saying(Timeframe::parse));
        root.registerConverter(BarPrice.class, saying(BarPrice::parse));
        root.registerConverter(ConversionRule.class, saying(ConversionRule::parse));
        root.registerConverter(PathAssumption.class, saying(PathAssumption::parse));
        root.registerConverter(TickFormat.class, saying(TickFormat::named));
        root.registerConverter(ColumnChoice.class, saying(ColumnChoice::parse));
        root.registerConverter(ZoneId.class, ValueReaders::zone);
        root.registerConverter(IndicatorSpec.class, saying(IndicatorSpec::parse));
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a number");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "'" + text + "' is not a zone; write an offset like -05:00 or a name like America/New_York");
        }
    }

    /// Passes on what the reader says about a value it does not take.
    private static <T> ITypeConverter<T> saying(ITypeConverter<T> reader) {
        return text -> {
            try {
                return reader.convert(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        };
    }

    /// Reads a time as nanoseconds since the epoch.
    static final class Time implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Times.parse(text);
            } catch (DateTimeException | ArithmeticException e) {
                throw new TypeConversionException("'" + text
                        + "' is not a time; write one in UTC like 2013-11-25, 2013-11-25T14:00 or"
                        + " 2013-11-25T14:00:00.5Z");
            }
        }
    }
}
