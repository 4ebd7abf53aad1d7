package ai.backtestr.desktop.honesty;

import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.PortfolioRequest;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.honesty.SensitivityCases;
import ai.backtestr.engine.honesty.TickSurvey;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.InstrumentTerms;
import ai.backtestr.engine.run.Portfolio;
import ai.backtestr.engine.tick.TickSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the checks need of a run over several instruments: each of them is looked at by its own ticks, and made harder
/// by its own spread.
final class PortfolioChecks {
    private final PortfolioRequest request;
    private final TickSurvey survey;
    private final List<Map<String, InstrumentTerms>> harder;

    private PortfolioChecks(PortfolioRequest request, TickSurvey survey, List<Map<String, InstrumentTerms>> harder) {
        this.request = request;
        this.survey = survey;
        this.harder = harder;
    }

    /// Reads the ticks of every instrument once more.
    static PortfolioChecks of(
            Workspace workspace, BacktestRequest request, BacktestResult result, TaskControl control) {
        Portfolio portfolio = Objects.requireNonNull(result.portfolio());
        Long[] silences = new Long[result.fills().size()];
        List<TickSurvey> surveys = new ArrayList<>();
        for (Portfolio.Traded traded : portfolio.instruments()) {
            surveys.add(survey(workspace, request, result, traded.instrument(), silences, control));
        }
        List<Map<String, InstrumentTerms>> harder = new ArrayList<>();
        for (int i = 1; i < surveys.size(); i++) {
            Portfolio.Traded traded = portfolio.instruments().get(i);
            harder.add(SensitivityCases.ofFurther(
                    result.spec(), traded.terms(), traded.instrument(), firstPrice(traded), surveys.get(i)));
        }
        TickSurvey main = surveys.getFirst();
        return new PortfolioChecks(
                Objects.requireNonNull(request.portfolio()),
                new TickSurvey(main.quotes(), main.meanSpread(), Arrays.asList(silences)),
                harder);
    }

    /// Puts the silences before the fills of `instrument` in their places among those of all.
    private static TickSurvey survey(
            Workspace workspace,
            BacktestRequest request,
            BacktestResult result,
            Instrument instrument,
            Long[] silences,
            TaskControl control) {
        List<Integer> places = new ArrayList<>();
        List<Fill> fills = new ArrayList<>();
        List<Long> placedNs = new ArrayList<>();
        for (int i = 0; i < result.fills().size(); i++) {
            Fill fill = result.fills().get(i);
            if (result.instrumentOf(fill.orderId()).equals(instrument)) {
                places.add(i);
                fills.add(fill);
                placedNs.add(
                        result.orders().get((int) fill.orderId() - 1).order().placedNs());
            }
        }
        try (TickSource source = workspace.open(instrument.symbol(), request.range())) {
            TickSurvey survey = TickSurvey.of(source, fills, placedNs, control::isCancelled);
            control.throwIfCancelled();
            for (int i = 0; i < fills.size(); i++) {
                silences[places.get(i)] = survey.silencesNs().get(i);
            }
            return survey;
        }
    }

    private static long firstPrice(Portfolio.Traded traded) {
        BarSeries bars = traded.bars().getFirst();
        return bars.count() == 0 ? 0 : bars.bar(0).open();
    }

    /// Returns the survey of the main instrument, with the silences before the fills of all.
    TickSurvey survey() {
        return survey;
    }

    /// Returns a request whose further instruments are as hard as its main one in the case of that id.
    BacktestRequest harder(BacktestRequest plain, String id) {
        List<InstrumentTerms> terms = new ArrayList<>();
        for (int i = 0; i < harder.size(); i++) {
            terms.add(harder.get(i).getOrDefault(id, request.terms().get(i)));
        }
        return plain.withPortfolio(request.withTerms(terms));
    }
}
