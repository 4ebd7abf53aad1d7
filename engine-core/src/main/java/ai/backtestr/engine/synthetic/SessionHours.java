package ai.backtestr.engine.synthetic;

/// How busy each minute of a trading day is, and how wide its spread, by the clocks of Tokyo, London and New York.
///
/// Every session is a plateau with soft edges over its local business hours; London and New York begin with a
/// bulge. Around 17:00 New York, when the day rolls over, hardly anybody quotes and spreads are several times as
/// wide. Immutable once [#begin] was called for a day; used by one thread.
final class SessionHours {
    static final int DAY_MINUTES = 24 * 60;

    private static final double QUIET = 0.22;
    private static final double TOKYO_WEIGHT = 0.45;
    private static final double EDGE_MINUTES = 25;
    private static final double ROLLOVER_MINUTES = 22;
    private static final double ROLLOVER_DIP = 0.85;
    private static final double ROLLOVER_SPREAD = 3.5;

    private static final double[] TOKYO = session(9 * 60, 17 * 60, 0);
    private static final double[] LONDON = session(8 * 60, 16 * 60 + 30, 0.4);
    private static final double[] NEW_YORK = session(8 * 60, 16 * 60 + 30, 0.5);
    private static final double[] ROLLOVER = rollover();
    private static final double MEAN = QUIET + TOKYO_WEIGHT * mean(TOKYO) + mean(LONDON) + mean(NEW_YORK);

    private int tokyoShift;
    private int londonShift;
    private int newYorkShift;

    /// Begins a trading day: the local minutes of the day at its start.
    void begin(int tokyo, int london, int newYork) {
        tokyoShift = tokyo;
        londonShift = london;
        newYorkShift = newYork;
    }

    /// Returns how busy a minute of the day is; the mean over a day is about 1.
    double activity(int minute) {
        double open = QUIET
                + TOKYO_WEIGHT * TOKYO[(tokyoShift + minute) % DAY_MINUTES]
                + LONDON[(londonShift + minute) % DAY_MINUTES]
                + NEW_YORK[(newYorkShift + minute) % DAY_MINUTES];
        return open / MEAN * (1 - ROLLOVER_DIP * ROLLOVER[(newYorkShift + minute) % DAY_MINUTES]);
    }

    /// Returns how wide the spread is in a minute of the day, 1 being that of a busy one.
    double width(int minute) {
        double thin = 1.35 - 0.2 * Math.min(2, activity(minute));
        return thin * (1 + ROLLOVER_SPREAD * ROLLOVER[(newYorkShift + minute) % DAY_MINUTES]);
    }

    private static double[] session(int open, int close, double bulge) {
        double[] session = new double[DAY_MINUTES];
        for (int minute = 0; minute < DAY_MINUTES; minute++) {
            double rise = StrictMath.tanh((minute - open) / EDGE_MINUTES);
            double fall = StrictMath.tanh((minute - close) / EDGE_MINUTES);
            session[minute] = 0.5 * (rise - fall) + bulge * peak(minute - open - 40, 40);
        }
        return session;
    }

    private static double[] rollover() {
        double[] rollover = new double[DAY_MINUTES];
        for (int minute = 0; minute < DAY_MINUTES; minute++) {
            rollover[minute] = peak(minute - (17 * 60 + 5), ROLLOVER_MINUTES);
        }
        return rollover;
    }

    private static double peak(double distance, double width) {
        return StrictMath.exp(-(distance / width) * (distance / width));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
