package ai.backtestr.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.SourceVersion;

/// Divides a line of Java into what is to look alike. It takes text that does not compile as well.
final class JavaLexer {
    /// What a part of a line is.
    enum Kind {
        PLAIN,
        KEYWORD,
        TYPE,
        STRING,
        NUMBER,
        COMMENT,
        ANNOTATION
    }

    /// What a line begins or ends within.
    enum State {
        CODE,
        COMMENT,
        TEXT_BLOCK
    }

    /// A part of a line, from a column to before another, counted from 0.
    record Token(Kind kind, int from, int to) {}

    /// A line: its parts in their order, without gaps, and what it ends within.
    record Line(List<Token> tokens, State end) {}

    private static final String TEXT_QUOTES = "\"\"\"";

    private final String line;
    private final List<Token> tokens = new ArrayList<>();
    private State state;
    private int at;

    private JavaLexer(String line, State begin) {
        this.line = line;
        state = begin;
    }

    /// Divides a line that begins within `begin`.
    static Line read(String line, State begin) {
        JavaLexer lexer = new JavaLexer(line, begin);
        while (lexer.at < line.length()) {
            lexer.next();
        }
        return new Line(lexer.tokens, lexer.state);
    }

    private void next() {
        char first = line.charAt(at);
        if (state == State.COMMENT) {
            until("*/", Kind.COMMENT, State.COMMENT);
        } else if (state == State.TEXT_BLOCK) {
            textBlock(at);
        } else if (line.startsWith("//", at)) {
            add(Kind.COMMENT, line.length());
        } else if (line.startsWith("/*", at)) {
            add(Kind.COMMENT, at + 2);
            until("*/", Kind.COMMENT, State.COMMENT);
        } else if (line.startsWith(TEXT_QUOTES, at)) {
            textBlock(at + TEXT_QUOTES.length());
        } else if (first == '"' || first == '\'') {
            add(Kind.STRING, endOfString(first));
        } else if (first == '@' && at + 1 < line.length() && Character.isJavaIdentifierStart(line.charAt(at + 1))) {
            add(Kind.ANNOTATION, endOfWord(at + 1));
        } else if (Character.isDigit(first)) {
            add(Kind.NUMBER, endOfNumber());
        } else if (Character.isJavaIdentifierStart(first)) {
            word();
        } else {
            add(Kind.PLAIN, at + 1);
        }
    }

    private void until(String end, Kind kind, State within) {
        int found = line.indexOf(end, at);
        state = found < 0 ? within : State.CODE;
        add(kind, found < 0 ? line.length() : found + end.length());
    }

    private void textBlock(int from) {
        int end = line.indexOf(TEXT_QUOTES, from);
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end = line.indexOf(TEXT_QUOTES, end + 1);
        }
        state = end < 0 ? State.TEXT_BLOCK : State.CODE;
        add(Kind.STRING, end < 0 ? line.length() : end + TEXT_QUOTES.length());
    }

    private int endOfString(char quote) {
        for (int i = at + 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == quote) {
                return i + 1;
            }
        }
        return line.length();
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < line.length() && Character.isJavaIdentifierPart(line.charAt(end))) {
            end++;
        }
        return end;
    }

    /// Takes what follows a digit in a number of any notation: `0xFF`, `1_000L`, `1.5e-3f`.
    private int endOfNumber() {
        int end = at + 1;
        while (end < line.length() && isOfNumber(end)) {
            end++;
        }
        return end;
    }

    private boolean isOfNumber(int i) {
        char c = line.charAt(i);
        boolean isHex = line.startsWith("0x", at) || line.startsWith("0X", at);
        boolean isExponent = (c == '-' || c == '+') && !isHex && "eE".indexOf(line.charAt(i - 1)) >= 0;
        boolean isPoint = c == '.' && i + 1 < line.length() && Character.isDigit(line.charAt(i + 1));
        return Character.isLetterOrDigit(c) || c == '_' || isExponent || isPoint;
    }

    private void word() {
        int end = endOfWord(at);
        String word = line.substring(at, end);
        if (SourceVersion.isKeyword(word) || isContextual(word)) {
            add(Kind.KEYWORD, end);
        } else {
            add(Character.isUpperCase(word.charAt(0)) ? Kind.TYPE : Kind.PLAIN, end);
        }
    }

    private static boolean isContextual(String word) {
        return List.of("var", "record", "sealed", "permits", "yield", "when").contains(word);
    }

    /// Adds a part; one of the same kind as the part before it makes that longer.
    private void add(Kind kind, int to) {
        Token last = tokens.isEmpty() ? null : tokens.getLast();
        if (last != null && last.kind == kind && (kind == Kind.PLAIN || kind == Kind.COMMENT)) {
            tokens.set(tokens.size() - 1, new Token(kind, last.from, to));
        } else {
            tokens.add(new Token(kind, at, to));
        }
        at = to;
    }
}
