package ai.backtestr.desktop.help;

import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// Makes controls of a page of Markdown. FX thread only.
final class PageNodes {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final String path;
    private final PageText text;
    private final Map<String, javafx.scene.Node> anchors = new LinkedHashMap<>();
    private final VBox content = new VBox();

    /// @param path of the page, for its pictures
    /// @param onLink hears of links that are clicked, as they stand in the page
    PageNodes(String path, String markdown, Consumer<String> onLink) {
        this.path = path;
        text = new PageText(onLink);
        content.getStyleClass().add("help-page");
        add(PARSER.parse(markdown), content);
    }

    VBox content() {
        return content;
    }

    /// The headings, by the names that links have for them.
    Map<String, javafx.scene.Node> anchors() {
        return anchors;
    }

    private void add(Node parent, VBox into) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            into.getChildren().add(block(node));
        }
    }

    private Region block(Node node) {
        return switch (node) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph -> paragraph(paragraph);
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case ListBlock list -> list(list);
            case TableBlock table -> table(table);
            case BlockQuote quote -> {
                VBox inner = new VBox();
                inner.getStyleClass().add("help-quote");
                add(quote, inner);
                yield inner;
            }
            case ThematicBreak ignored -> new Separator();
            default -> text.flow(node);
        };
    }

    private TextFlow heading(Heading heading) {
        TextFlow flow = text.flow(heading);
        flow.getStyleClass().add("help-heading-" + Math.min(heading.getLevel(), 3));
        anchors.put(anchor(PageText.plain(heading)), flow);
        return flow;
    }

    /// Returns the name that links have for a heading: its words in lower case with hyphens between.
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .strip()
                .replace(' ', '-');
    }

    private Region paragraph(Paragraph paragraph) {
        if (paragraph.getFirstChild() instanceof org.commonmark.node.Image image && image.getNext() == null) {
            return picture(image);
        }
        return text.flow(paragraph);
    }

    private Region picture(org.commonmark.node.Image image) {
        String resource = GuidePages.resolve(path, image.getDestination());
        URL url = GuidePages.class.getResource(resource);
        if (url == null) {
            return new Label(PageText.plain(image));
        }
        return new PagePicture(url, PageText.plain(image));
    }

    private static Label code(String literal) {
        Label label = new Label(literal.stripTrailing());
        label.getStyleClass().add("help-code");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private VBox list(ListBlock list) {
        VBox lines = new VBox();
        lines.getStyleClass().add("help-list");
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Label mark = new Label(list instanceof BulletList ? "•" : number++ + ".");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            VBox inner = new VBox();
            inner.getStyleClass().add("help-item");
            add(item, inner);
            HBox.setHgrow(inner, Priority.ALWAYS);
            HBox line = new HBox(8, mark, inner);
            names(item).forEach(name -> anchors.putIfAbsent(anchor(name), line));
            lines.getChildren().add(line);
        }
        return lines;
    }

    /// Returns what stands in bold letters at the beginning of an item.
    private static List<String> names(Node item) {
        List<String> names = new ArrayList<>();
        Node next = item.getFirstChild() instanceof Paragraph first ? first.getFirstChild() : null;
        while (next instanceof StrongEmphasis strong) {
            names.add(PageText.plain(strong));
            boolean hasMore = strong.getNext() instanceof org.commonmark.node.Text text
                    && text.getLiteral().equals(", ");
            next = hasMore ? strong.getNext().getNext() : null;
        }
        return names;
    }

    private GridPane table(TableBlock table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("help-table");
        int row = 0;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node line = part.getFirstChild(); line instanceof TableRow; line = line.getNext()) {
                if (addRow(line, grid, row)) {
                    row++;
                }
            }
        }
        return grid;
    }

    /// Rows without any words, as the heads of tables of keys are, are left out.
    private boolean addRow(Node line, GridPane grid, int row) {
        if (PageText.plain(line).isBlank()) {
            return false;
        }
        int column = 0;
        for (Node cell = line.getFirstChild(); cell instanceof TableCell known; cell = cell.getNext()) {
            TextFlow flow = text.flow(known);
            flow.getStyleClass().add(known.isHeader() ? "help-head" : "help-cell");
            GridPane.setHgrow(flow, Priority.SOMETIMES);
            grid.add(flow, column++, row);
        }
        return true;
    }
}
