package ai.backtestr.desktop.dock;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// Parts with dividers between them. FX thread only.
final class DockDivision implements DockView {
    private static final double SMALLEST_SHARE = 0.001;

    private final boolean vertical;
    private final List<DockView> parts;
    private final SplitPane pane = new SplitPane();

    DockDivision(DockSplit split, List<DockView> parts, Runnable onChange) {
        vertical = split.vertical();
        this.parts = parts;
        pane.setOrientation(vertical ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        pane.getItems().addAll(parts.stream().map(DockView::node).toList());
        boolean anyStretches = parts.stream().anyMatch(DockView::stretches);
        for (DockView part : parts) {
            SplitPane.setResizableWithParent(part.node(), !anyStretches || part.stretches());
        }
        double position = 0;
        for (int i = 0; i < parts.size() - 1; i++) {
            position += split.shares().get(i);
            pane.setDividerPosition(i, Math.min(1, position));
        }
        pane.getDividers().forEach(divider -> divider.positionProperty().subscribe((before, now) -> onChange.run()));
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public DockNode now() {
        List<Double> shares = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < parts.size(); i++) {
            double end = i < parts.size() - 1 ? pane.getDividerPositions()[i] : 1;
            shares.add(Math.max(SMALLEST_SHARE, end - before));
            before = Math.max(before, end);
        }
        return new DockSplit(vertical, parts.stream().map(DockView::now).toList(), shares);
    }

    @Override
    public Stream<DockGroup> groups() {
        return parts.stream().flatMap(DockView::groups);
    }

    @Override
    public boolean stretches() {
        return parts.stream().anyMatch(DockView::stretches);
    }

    @Override
    public void release() {
        parts.forEach(DockView::release);
        pane.getItems().clear();
    }
}
