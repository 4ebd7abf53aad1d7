package ai.backtestr.desktop.userstrategy;

import java.util.List;

/// A source with a name of no meaning where one is to be completed, so that the compiler makes sense of the rest of
/// it.
///
/// @param text the source
/// @param from where the name stands
record SourceGap(String text, int from) {
    /// The name that stands in for the one to come.
    static final String NAME = "nameToCome";

    /// Returns the ways to fill the gap, the likeliest first: as a call, where the line ends there; as a type
    /// before a name; as a name alone.
    static List<SourceGap> at(String text, int caret) {
        int from = wordStart(text, caret);
        int to = caret;
        while (to < text.length() && Character.isJavaIdentifierPart(text.charAt(to))) {
            to++;
        }
        String before = text.substring(0, from);
        String after = text.substring(to);
        boolean endsLine = after.lines().findFirst().orElse("").isBlank();
        String call = NAME + "()" + ")".repeat(openBrackets(before)) + ";";
        List<String> fillings = endsLine ? List.of(call, NAME + " x;", NAME) : List.of(NAME, call, NAME + " x;");
        return fillings.stream()
                .map(filling -> new SourceGap(before + filling + after, from))
                .toList();
    }

    /// Returns where the word begins that ends at the caret.
    static int wordStart(String text, int caret) {
        int from = caret;
        while (from > 0 && Character.isJavaIdentifierPart(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /// Counts the round brackets that are open at the end of a statement that is not.
    private static int openBrackets(String before) {
        int open = 0;
        for (int i = before.length() - 1; i >= 0 && ";{}".indexOf(before.charAt(i)) < 0; i--) {
            open += before.charAt(i) == '(' ? 1 : before.charAt(i) == ')' ? -1 : 0;
        }
        return Math.max(0, open);
    }
}
