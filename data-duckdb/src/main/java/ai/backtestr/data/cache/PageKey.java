package ai.backtestr.data.cache;

/// Names a page of stored ticks.
///
/// @param part the stamp of the part, which no other ticks ever have
/// @param page its page, counted from 0
record PageKey(String part, int page) {
    @Override
    public String toString() {
        return "page " + page + " of part " + part;
    }
}
