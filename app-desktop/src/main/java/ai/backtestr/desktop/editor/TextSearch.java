package ai.backtestr.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Finds text in lines.
///
/// @param text what is looked for
/// @param matchCase whether capitals matter
/// @param isRegex whether it is a regular expression, of which no match goes beyond a line
record TextSearch(String text, boolean matchCase, boolean isRegex) {
    /// Returns all places, in their order.
    ///
    /// @throws PatternSyntaxException if it is no regular expression
    List<Mark> find(List<String> lines) {
        List<Mark> found = new ArrayList<>();
        if (text.isEmpty()) {
            return found;
        }
        Pattern pattern = pattern();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = pattern.matcher(lines.get(i));
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    found.add(new Mark(Mark.Kind.FOUND, i, matcher.start(), matcher.end()));
                }
            }
        }
        return found;
    }

    /// Returns what a place becomes.
    ///
    /// @param line the place's line
    /// @param with what is to stand there; `$1` is the first group of a regular expression
    /// @throws IllegalArgumentException if there is no such group
    String replacement(String line, Mark place, String with) {
        if (!isRegex) {
            return with;
        }
        Matcher matcher = pattern().matcher(line);
        if (!matcher.find(place.from())) {
            return line.substring(place.from(), place.to());
        }
        StringBuilder replaced = new StringBuilder();
        try {
            matcher.appendReplacement(replaced, with);
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return replaced.substring(matcher.start());
    }

    private Pattern pattern() {
        int flags = (matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE) | (isRegex ? 0 : Pattern.LITERAL);
        return Pattern.compile(text, flags);
    }
}
