package ai.backtestr.desktop.dock;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The panes of one window, and where one that is dragged would go. FX thread only.
final class DockArea extends StackPane {
    private static final double EDGE = 16;
    private static final double SIDE_SHARE = 0.25;
    private static final double EDGE_SHARE = 0.24;

    private final Docks docks;
    private final DockDrag drag;
    private final boolean main;
    private final Region preview = new Region();
    private @Nullable DockView view;

    /// Where something dropped would go.
    ///
    /// @param target that place
    /// @param x left edge of what it would take, in this area
    /// @param y top edge
    /// @param width its width
    /// @param height its height
    record Drop(DockTarget target, double x, double y, double width, double height) {}

    DockArea(Docks docks, DockDrag drag, boolean main) {
        this.docks = docks;
        this.drag = drag;
        this.main = main;
        getStyleClass().add("dock-area");
        preview.getStyleClass().add("drop-preview");
        preview.setManaged(false);
        preview.setMouseTransparent(true);
        preview.setVisible(false);
        setMinSize(0, 0);
    }

    /// Shows panes in place of those before.
    void show(DockNode node) {
        if (view != null) {
            view.release();
        }
        getChildren().clear();
        if (node.panes().isEmpty()) {
            view = null;
            Label hint = new Label("Nothing is open here. View opens its parts.");
            hint.getStyleClass().add("note");
            getChildren().addAll(hint, preview);
        } else {
            view = viewOf(node);
            getChildren().addAll(view.node(), preview);
        }
    }

    private DockView viewOf(DockNode node) {
        return switch (node) {
            case DockTabs tabs -> new DockGroup(tabs, docks, drag);
            case DockSplit split ->
                new DockDivision(split, split.parts().stream().map(this::viewOf).toList(), docks::changed);
        };
    }

    /// Gives all panes away.
    void release() {
        if (view != null) {
            view.release();
            view = null;
        }
    }

    DockNode now() {
        return view == null ? new DockTabs() : view.now();
    }

    List<DockGroup> groups() {
        return view == null ? List.of() : view.groups().toList();
    }

    boolean holds(double screenX, double screenY) {
        Bounds bounds = getScene() == null ? null : localToScreen(getBoundsInLocal());
        return bounds != null && bounds.contains(screenX, screenY);
    }

    /// Returns where a pane dropped at that point would go; null if it would stay where it is.
    @Nullable
    Drop dropAt(double screenX, double screenY, String pane) {
        Point2D at = screenToLocal(screenX, screenY);
        DockSide edge = main ? edgeAt(at) : null;
        if (edge != null) {
            return strip(new DockTarget.Edge(edge), edge, 0, 0, getWidth(), getHeight(), EDGE_SHARE);
        }
        Optional<DockGroup> under = groups().stream()
                .filter(group -> group.boundsOnScreen().contains(screenX, screenY))
                .findFirst();
        return under.map(group -> dropOn(group, screenX, screenY, pane)).orElse(null);
    }

    private @Nullable DockSide edgeAt(Point2D at) {
        if (at.getX() < EDGE) {
            return DockSide.LEFT;
        } else if (at.getX() > getWidth() - EDGE) {
            return DockSide.RIGHT;
        } else if (at.getY() > getHeight() - EDGE) {
            return DockSide.BOTTOM;
        }
        return at.getY() < EDGE / 2 ? DockSide.TOP : null;
    }

    private @Nullable Drop dropOn(DockGroup group, double screenX, double screenY, String pane) {
        boolean alone = group.panes().equals(List.of(pane));
        if (alone) {
            return null;
        }
        String anchor = group.panes().getFirst();
        Bounds all = screenToLocal(group.boundsOnScreen());
        Bounds header = screenToLocal(group.headerBounds());
        if (group.headerBounds().contains(screenX, screenY)) {
            return new Drop(
                    new DockTarget.Among(anchor, group.indexAt(screenX)),
                    header.getMinX(),
                    header.getMinY(),
                    header.getWidth(),
                    header.getHeight());
        }
        Point2D at = screenToLocal(screenX, screenY);
        double across = (at.getX() - all.getMinX()) / all.getWidth();
        double down = (at.getY() - all.getMinY()) / all.getHeight();
        DockSide side = sideAt(across, down);
        if (side == null) {
            return new Drop(
                    new DockTarget.Among(anchor, group.panes().size()),
                    all.getMinX(),
                    all.getMinY(),
                    all.getWidth(),
                    all.getHeight());
        }
        return strip(
                new DockTarget.Beside(anchor, side),
                side,
                all.getMinX(),
                all.getMinY(),
                all.getWidth(),
                all.getHeight(),
                0.5);
    }

    private static @Nullable DockSide sideAt(double across, double down) {
        double nearest = Math.min(Math.min(across, 1 - across), Math.min(down, 1 - down));
        if (nearest > SIDE_SHARE) {
            return null;
        } else if (nearest == across) {
            return DockSide.LEFT;
        } else if (nearest == 1 - across) {
            return DockSide.RIGHT;
        }
        return nearest == down ? DockSide.TOP : DockSide.BOTTOM;
    }

    private static Drop strip(
            DockTarget target, DockSide side, double x, double y, double width, double height, double share) {
        double wide = side.isVertical() ? width : width * share;
        double high = side.isVertical() ? height * share : height;
        double left = side == DockSide.RIGHT ? x + width - wide : x;
        double top = side == DockSide.BOTTOM ? y + height - high : y;
        return new Drop(target, left, top, wide, high);
    }

    void preview(@Nullable Drop drop) {
        preview.setVisible(drop != null);
        if (drop != null) {
            preview.resizeRelocate(drop.x(), drop.y(), drop.width(), drop.height());
            preview.toFront();
        }
    }
}
