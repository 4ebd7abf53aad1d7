package ai.backtestr.data.imports;

/// A row is not what the first rows of its file made expect; the import begins again, once all rows were looked at.
final class Misjudged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misjudged() {
        super("rows further down differ from the first ones", null, false, false);
    }
}
