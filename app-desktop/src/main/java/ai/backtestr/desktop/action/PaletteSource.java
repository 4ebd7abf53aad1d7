package ai.backtestr.desktop.action;

import java.util.List;
import java.util.function.Consumer;

/// Where entries of the palette come from, besides the actions.
@FunctionalInterface
public interface PaletteSource {
    /// Tells of them at once or later, on the FX thread; called on it each time the palette opens.
    void offer(Consumer<List<PaletteEntry>> entries);
}
