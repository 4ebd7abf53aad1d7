package ai.backtestr.desktop.userstrategy;

import java.util.regex.Pattern;

/// The first sentence of a comment, as one line without marks.
final class FirstSentence {
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+(?=[A-Z\\[`{<])|\\n\\s*\\n|\\n\\s*@");
    private static final Pattern INLINE = Pattern.compile("\\{@\\w+\\s+([^}]*)}");
    private static final Pattern LINK = Pattern.compile("\\[#?([^\\]]+)](?!\\()");
    private static final Pattern TAG = Pattern.compile("</?\\w+[^>]*>");

    private FirstSentence() {}

    /// Returns it; empty of an empty comment.
    static String of(String comment) {
        String first = END.split(comment.strip(), 2)[0];
        String inline = INLINE.matcher(first).replaceAll("$1");
        String plain = TAG.matcher(inline).replaceAll("");
        return LINK.matcher(plain)
                .replaceAll("$1")
                .replace("`", "")
                .replace('#', '.')
                .replaceAll("\\s+", " ")
                .strip();
    }
}
