package ai.backtestr.desktop.userstrategy;

import java.util.List;

/// Says why a source cannot be used.
final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<SourceProblem> problems;

    SourceException(SourceProblem problem) {
        this(List.of(problem));
    }

    SourceException(List<SourceProblem> problems) {
        super(problems.getFirst().toString());
        this.problems = List.copyOf(problems);
    }

    List<SourceProblem> problems() {
        return problems;
    }
}
