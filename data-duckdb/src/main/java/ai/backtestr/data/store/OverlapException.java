package ai.backtestr.data.store;

/// Says that something is stored already within the time of what was to be imported, so that the user has to say
/// what is to become of it: see [Overlap]. Nothing was imported.
public final class OverlapException extends StoreException {
    private static final long serialVersionUID = 1L;

    OverlapException(String message) {
        super(message);
    }
}
