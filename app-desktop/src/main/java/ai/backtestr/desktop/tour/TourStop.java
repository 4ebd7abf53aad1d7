package ai.backtestr.desktop.tour;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A stop of the tour.
///
/// @param title what it is about
/// @param text what there is to know, in a sentence or two
/// @param target finds what it tells of; null while that is not to be seen
public record TourStop(String title, String text, Supplier<@Nullable Node> target) {}
