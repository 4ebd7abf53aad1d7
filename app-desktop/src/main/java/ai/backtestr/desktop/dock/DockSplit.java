package ai.backtestr.desktop.dock;

import java.util.List;
import java.util.stream.Stream;

/// Parts beside each other, or above each other.
///
/// @param vertical whether they lie above each other
/// @param parts at least two
/// @param shares how much each takes of the whole; they come to 1
public record DockSplit(boolean vertical, List<DockNode> parts, List<Double> shares) implements DockNode {
    public DockSplit {
        parts = List.copyOf(parts);
        if (parts.size() < 2
                || parts.size() != shares.size()
                || !shares.stream().allMatch(share -> share > 0)) {
            throw new IllegalArgumentException(parts.size() + " parts cannot have the shares " + shares);
        }
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        shares = shares.stream().map(share -> share / sum).toList();
    }

    @Override
    public Stream<DockTabs> groups() {
        return parts.stream().flatMap(DockNode::groups);
    }
}
