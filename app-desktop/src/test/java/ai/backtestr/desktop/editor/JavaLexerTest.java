package ai.backtestr.desktop.editor;

import static ai.backtestr.desktop.editor.JavaLexer.State.CODE;
import static ai.backtestr.desktop.editor.JavaLexer.State.COMMENT;
import static ai.backtestr.desktop.editor.JavaLexer.State.TEXT_BLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JavaLexerTest {
    @Test
    void shouldTellWordsNumbersAndStringsApart() {
        assertThat(kinds("int a = 0x1F + 1.5e-3; // end"))
                .contains("KEYWORD:int", "NUMBER:0x1F", "NUMBER:1.5e-3", "COMMENT:// end");
        assertThat(kinds("@Override var s = \"a\\\"b\" + '\\'';"))
                .contains("ANNOTATION:@Override", "KEYWORD:var", "STRING:\"a\\\"b\"", "STRING:'\\''");
        assertThat(kinds("new Ema(3)")).isEqualTo("KEYWORD:new PLAIN:  TYPE:Ema PLAIN:( NUMBER:3 PLAIN:)");
    }

    @Test
    void shouldCarryCommentsAndTextBlocksOverLines() {
        assertThat(JavaLexer.read("a /* b", CODE).end()).isEqualTo(COMMENT);
        assertThat(JavaLexer.read("still", COMMENT).end()).isEqualTo(COMMENT);
        assertThat(JavaLexer.read("end */ int", COMMENT).end()).isEqualTo(CODE);
        assertThat(JavaLexer.read("x = \"\"\"", CODE).end()).isEqualTo(TEXT_BLOCK);
        assertThat(JavaLexer.read("no \\\"\"\" end", TEXT_BLOCK).end()).isEqualTo(TEXT_BLOCK);
        assertThat(JavaLexer.read("\"\"\";", TEXT_BLOCK).end()).isEqualTo(CODE);
        assertThat(JavaLexer.read("// /* no", CODE).end()).isEqualTo(CODE);
        assertThat(JavaLexer.read("\"/*\"", CODE).end()).isEqualTo(CODE);
    }

    @Test
    void shouldLeaveNoGaps() {
        for (String line : List.of("", "\t/**/ \"unclosed", "a@1 #§ 0.5f'x", "/* x */ y /* z")) {
            int at = 0;
            for (JavaLexer.Token token : JavaLexer.read(line, CODE).tokens()) {
                assertThat(token.from()).as(line).isEqualTo(at);
                at = token.to();
            }
            assertThat(at).as(line).isEqualTo(line.length());
        }
    }

    @Test
    void shouldSetLinesIn() {
        assertThat(Indentation.after("    if (x) {")).isEqualTo("        ");
        assertThat(Indentation.after("    x();")).isEqualTo("    ");
        assertThat(Indentation.isBetween("  void a() {", "}")).isTrue();
        assertThat(Indentation.less("      x")).isEqualTo("  x");
        assertThat(Indentation.less("  x")).isEqualTo("x");
        assertThat(Indentation.comment(List.of("  a", "", "  b"))).containsExactly("  // a", "", "  // b");
        assertThat(Indentation.comment(List.of("  // a", "", "  //b"))).containsExactly("  a", "", "  b");
    }

    @Test
    void shouldFindAndReplace() {
        List<String> lines = List.of("int Close = close;", "closeAll(close);");
        assertThat(new TextSearch("close", false, false).find(lines)).hasSize(4);
        assertThat(new TextSearch("close", true, false).find(lines))
                .contains(new Mark(Mark.Kind.FOUND, 0, 12, 17))
                .hasSize(3);
        TextSearch words = new TextSearch("\\b(c\\w+)\\(", true, true);
        Mark place = words.find(lines).getFirst();
        assertThat(words.replacement(lines.get(1), place, "x.$1(")).isEqualTo("x.closeAll(");
        assertThat(new TextSearch("close(", true, false).find(lines)).isEmpty();
    }

    @Test
    void shouldHaveTheSourceOfEachStrategyThatComesWithTheProduct() {
        BuiltInStrategies.all()
                .forEach(definition ->
                        assertThat(BuiltInSource.of(definition.name())).contains("\"" + definition.name() + "\","));
    }

    private static String kinds(String line) {
        return JavaLexer.read(line, CODE).tokens().stream()
                .map(token -> token.kind() + ":" + line.substring(token.from(), token.to()))
                .collect(Collectors.joining(" "));
    }
}
