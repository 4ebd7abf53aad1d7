package ai.backtestr.render.axis;

/// Years, months and days of the Gregorian calendar as whole numbers, for axes that are laid out every frame
/// and may not allocate. Source: Howard Hinnant, chrono-Compatible Low-Level Date Algorithms (2013).
final class CivilDate {
    private static final int DAYS_OF_400_YEARS = 146_097;
    private static final int DAYS_TO_EPOCH = 719_468; // from 0000-03-01

    private CivilDate() {}

    /// Returns a date as one number, of which [#year], [#month] and [#day] are parts.
    static long of(long epochDay) {
        long shifted = epochDay + DAYS_TO_EPOCH;
        long era = Math.floorDiv(shifted, DAYS_OF_400_YEARS);
        long day = shifted - era * DAYS_OF_400_YEARS;
        long year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        long dayOfYear = day - (365 * year + year / 4 - year / 100);
        long fromMarch = (5 * dayOfYear + 2) / 153;
        long dayOfMonth = dayOfYear - (153 * fromMarch + 2) / 5 + 1;
        long month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        return ((year + era * 400 + (month <= 2 ? 1 : 0)) * 16 + month) * 32 + dayOfMonth;
    }

    static int year(long date) {
        return (int) (date >> 9);
    }

    static int month(long date) {
        return (int) (date >> 5) & 15;
    }

    static int day(long date) {
        return (int) date & 31;
    }

    /// Returns the days from 1970-01-01 to the first of a month.
    ///
    /// @param month from 1; 13 is the January after
    static long epochDay(int year, int month) {
        int ofYear = month > 12 ? year + 1 : year;
        int ofMonth = month > 12 ? month - 12 : month;
        long fromMarch = ofMonth > 2 ? ofYear : ofYear - 1;
        long era = Math.floorDiv(fromMarch, 400);
        long yearOfEra = fromMarch - era * 400;
        long dayOfYear = (153L * (ofMonth > 2 ? ofMonth - 3 : ofMonth + 9) + 2) / 5;
        return era * DAYS_OF_400_YEARS + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - DAYS_TO_EPOCH;
    }
}
