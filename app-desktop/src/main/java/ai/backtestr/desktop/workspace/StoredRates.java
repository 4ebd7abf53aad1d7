package ai.backtestr.desktop.workspace;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.engine.currency.CurrencyPair;
import ai.backtestr.engine.currency.RatePath;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds the stored instruments whose prices are the rates that a run needs, and makes sure that they tell them.
///
/// Rates that are stated go first, then those of traded instruments, then stored ones: those whose symbol is the
/// names of both currencies before others, by symbol. Synthetic ones are taken only if a traded instrument is
/// synthetic.
final class StoredRates {
    private static final long DAY_NS = 86_400 * Times.SECOND_NS;
    private static final long LATEST_START_NS = DAY_NS;
    private static final long EARLIEST_END_NS = 4 * DAY_NS; // a weekend and a holiday

    private final PortfolioRequest request;
    private final List<StoredData> traded;
    private final TimeRange range;
    private final List<StoredData> candidates;
    private final List<CurrencyPair> pairs = new ArrayList<>();

    /// @param traded the ticks of the traded instruments
    /// @param range what of them is run
    StoredRates(PortfolioRequest request, List<StoredData> traded, TimeRange range, List<StoredData> stored) {
        this.request = request;
        this.traded = traded;
        this.range = range;
        boolean synthetic = traded.stream().anyMatch(data -> data.instrument().isSynthetic());
        Set<String> symbols = new TreeSet<>();
        traded.forEach(data -> symbols.add(data.instrument().symbol()));
        candidates = stored.stream()
                .filter(data -> data.recorded() == null
                        && !symbols.contains(data.instrument().symbol()))
                .filter(data -> isRate(data.instrument())
                        && (synthetic || !data.instrument().isSynthetic()))
                .sorted(Comparator.<StoredData, Boolean>comparing(data -> !isPlainlyNamed(data.instrument()))
                        .thenComparing(data -> data.instrument().symbol()))
                .toList();
        request.rates().forEach(rate -> pairs.add(rate.pair()));
        traded.forEach(data -> pairs.add(CurrencyPair.of(data.instrument())));
        candidates.forEach(data -> pairs.add(CurrencyPair.of(data.instrument())));
    }

    private static boolean isRate(Instrument instrument) {
        return instrument.contract().contractSize().compareTo(BigDecimal.ONE) == 0;
    }

    private static boolean isPlainlyNamed(Instrument instrument) {
        return instrument.symbol().equals(instrument.contract().baseCurrency() + instrument.quoteCurrency());
    }

    /// Returns the instruments to be read for their rates alone, in the order in which they are preferred.
    ///
    /// @throws ProblemException naming what is missing
    List<StoredData> needed() {
        problem().ifPresent(problem -> {
            throw new ProblemException(problem.onCommandLine());
        });
        return used();
    }

    /// Returns what is missing, if anything is.
    Optional<RateProblem> problem() {
        for (StoredData data : traded) {
            if (path(data.instrument()).isEmpty()) {
                return Optional.of(missing(data.instrument()));
            }
        }
        return used().stream().map(this::uncovered).flatMap(Optional::stream).findFirst();
    }

    private Optional<RatePath> path(Instrument instrument) {
        return RatePath.find(pairs, instrument.quoteCurrency(), request.currency());
    }

    private List<StoredData> used() {
        Set<Integer> used = new TreeSet<>();
        for (StoredData data : traded) {
            path(data.instrument()).ifPresent(path -> path.steps().forEach(step -> used.add(step.pair())));
        }
        int first = pairs.size() - candidates.size();
        return used.stream()
                .filter(pair -> pair >= first)
                .map(pair -> candidates.get(pair - first))
                .toList();
    }

    private RateProblem missing(Instrument instrument) {
        String from = instrument.quoteCurrency();
        String to = request.currency();
        return new RateProblem(
                instrument.symbol() + " is priced in " + from + " and the account is in " + to
                        + ", and nothing stored tells the rate of the two; import ticks of " + to + from + " or " + from
                        + to,
                new CurrencyPair(to, from));
    }

    /// A rate that ends long before the run would be an old one without a word.
    private Optional<RateProblem> uncovered(StoredData rate) {
        long startNs = Math.max(
                range.fromNs(),
                traded.stream().mapToLong(StoredData::firstNs).min().orElse(0));
        long endNs = Math.min(
                range.toNs(),
                traded.stream().mapToLong(StoredData::lastNs).max().orElse(0));
        if (rate.firstNs() > startNs + LATEST_START_NS || rate.lastNs() < endNs - EARLIEST_END_NS) {
            CurrencyPair pair = CurrencyPair.of(rate.instrument());
            return Optional.of(new RateProblem(
                    rate.instrument().symbol() + ", which the run needs for the rate of "
                            + pair.base()
                            + " in " + pair.quote() + ", has ticks from " + Times.format(rate.firstNs()) + " to "
                            + Times.format(rate.lastNs()) + ", and the run goes from " + Times.format(startNs) + " to "
                            + Times.format(endNs) + "; run within its time, import more of it",
                    pair));
        }
        return Optional.empty();
    }
}
