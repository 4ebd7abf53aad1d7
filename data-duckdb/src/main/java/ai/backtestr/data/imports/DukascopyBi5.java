package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dukascopy's hour files: `GBPJPY/2012/11/03/22h_ticks.bi5`. The month in the path counts from 0, so that 11 is
/// December; times are in UTC; a file of 0 bytes is an hour without ticks.
final class DukascopyBi5 extends TickFormat {
    private static final Pattern HOUR =
            Pattern.compile("(?:.*/)?([^/]+)/(\\d{4})/(\\d{2})/(\\d{2})/(\\d{2})h_ticks\\.bi5");

    DukascopyBi5() {
        super("dukascopy-bi5", "LZMA data and a path like GBPJPY/2012/11/03/22h_ticks.bi5");
    }

    /// Tells whether a file is one by its name.
    boolean recognises(SourceFile file) {
        return file.lastName().endsWith("h_ticks.bi5");
    }

    @Override
    TickFile open(SourceFile file, Request request) {
        Matcher path = HOUR.matcher(path(file));
        if (!path.matches()) {
            throw new StoreException(file.where() + ": its date is not told; keep the folders YYYY/MM/DD around"
                    + " HHh_ticks.bi5, where the month counts from 00");
        }
        if (request.options().zone() != null) {
            throw new StoreException(file.where() + ": times of dukascopy-bi5 are in UTC; leave the zone out");
        }
        return new Bi5File(file, hourNs(file, path), scale(file, path.group(1), request));
    }

    private static String path(SourceFile file) {
        String entry = file.entry();
        return (file.path().toAbsolutePath() + (entry == null ? "" : "/" + entry)).replace('\\', '/');
    }

    private static long hourNs(SourceFile file, Matcher path) {
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(path.group(2)),
                    Integer.parseInt(path.group(3)) + 1,
                    Integer.parseInt(path.group(4)));
            int hour = Integer.parseInt(path.group(5));
            return Math.multiplyExact(day.atTime(hour, 0).toEpochSecond(ZoneOffset.UTC), 1_000_000_000L);
        } catch (DateTimeException | ArithmeticException e) {
            throw new StoreException(
                    file.where() + ": its path tells no date (the month counts from 00 to 11): " + e.getMessage(), e);
        }
    }

    private static int scale(SourceFile file, String folder, Request request) {
        Integer stated = request.options().scale();
        if (stated != null) {
            return stated;
        }
        Integer ofFolder = DukascopyScales.of(folder);
        Integer ofSymbol = DukascopyScales.of(request.symbol());
        if (ofFolder != null && ofSymbol != null && !ofFolder.equals(ofSymbol)) {
            throw new StoreException(file.where() + " lies in a folder of " + folder + ", and its prices count 10^-"
                    + ofFolder + ", which those of " + request.symbol() + " do not; state the scale if that is meant");
        }
        Integer known = ofFolder == null ? ofSymbol : ofFolder;
        if (known == null) {
            throw new StoreException(file.where() + ": what the prices of " + request.symbol()
                    + " count is not known; state it, such as 3 where 151234 stands for 151.234");
        }
        return known;
    }
}
