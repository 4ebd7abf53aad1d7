package ai.backtestr.desktop.help;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/// Makes running text of what stands within a block of Markdown. FX thread only.
final class PageText {
    private final Consumer<String> onLink;

    PageText(Consumer<String> onLink) {
        this.onLink = onLink;
    }

    TextFlow flow(Node block) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("help-text");
        add(block, flow, List.of());
        return flow;
    }

    private void add(Node parent, TextFlow into, List<String> styles) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case org.commonmark.node.Text text -> put(text.getLiteral(), into, styles);
                case Code code -> put(code.getLiteral(), into, with(styles, "help-mono"));
                case SoftLineBreak ignored -> put(" ", into, styles);
                case HardLineBreak ignored -> put("\n", into, styles);
                case Emphasis emphasis -> add(emphasis, into, with(styles, "help-emphasis"));
                case StrongEmphasis strong -> add(strong, into, with(styles, "help-strong"));
                case Link link -> into.getChildren().add(link(link));
                default -> add(node, into, styles);
            }
        }
    }

    private static List<String> with(List<String> styles, String style) {
        List<String> all = new ArrayList<>(styles);
        all.add(style);
        return all;
    }

    private static void put(String words, TextFlow into, List<String> styles) {
        Text text = new Text(words);
        text.getStyleClass().add("help-words");
        text.getStyleClass().addAll(styles);
        into.getChildren().add(text);
    }

    private Hyperlink link(Link link) {
        Hyperlink control = new Hyperlink(plain(link));
        control.getStyleClass().add("help-link");
        control.setOnAction(event -> onLink.accept(link.getDestination()));
        return control;
    }

    /// Returns the words of a node and all within it.
    static String plain(Node node) {
        StringBuilder words = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case org.commonmark.node.Text text -> words.append(text.getLiteral());
                case Code code -> words.append(code.getLiteral());
                case SoftLineBreak ignored -> words.append(' ');
                default -> words.append(plain(child));
            }
        }
        return words.toString();
    }
}
