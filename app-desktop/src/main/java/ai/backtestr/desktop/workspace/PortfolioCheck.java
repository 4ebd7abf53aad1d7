package ai.backtestr.desktop.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells, before a run over several instruments, what is missing of what is stored. Immutable; any thread.
///
/// @param stored all that is stored
public record PortfolioCheck(List<StoredData> stored) {
    public PortfolioCheck {
        stored = List.copyOf(stored);
    }

    /// Returns the ticks of a symbol, if there are any.
    public Optional<StoredData> ticks(String symbol) {
        return stored.stream()
                .filter(data ->
                        data.recorded() == null && data.instrument().symbol().equals(symbol))
                .findFirst();
    }

    /// Says in a sentence why the instruments cannot be run together; empty if they can.
    public String instrumentProblem(StoredData main, PortfolioRequest portfolio) {
        return PortfolioRuns.timeProblem(traded(main, portfolio));
    }

    /// Says in a sentence which rate is missing, to be shown beside the field for rates; empty for none.
    public String rateProblem(StoredData main, PortfolioRequest portfolio, TimeRange range) {
        return new StoredRates(portfolio, traded(main, portfolio), range, stored)
                .problem()
                .map(RateProblem::atField)
                .orElse("");
    }

    private List<StoredData> traded(StoredData main, PortfolioRequest portfolio) {
        List<StoredData> traded = new ArrayList<>(List.of(main));
        portfolio.also().forEach(symbol -> ticks(symbol).ifPresent(traded::add));
        return traded;
    }
}
