package ai.backtestr.desktop.dock;

import ai.backtestr.desktop.settings.WindowPlace;
import java.util.Objects;

/// A window of its own with panes in it.
///
/// @param place where it is
/// @param content its panes
public record DockFloat(WindowPlace place, DockNode content) {
    public DockFloat {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(content, "content");
    }
}
