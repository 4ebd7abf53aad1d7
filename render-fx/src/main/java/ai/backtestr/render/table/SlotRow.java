package ai.backtestr.render.table;

import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A row on screen: marked while what its slot shows is selected, read out as words.
final class SlotRow extends TableRow<TableSlot> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private Subscription following = Subscription.EMPTY;

    /// @param onPress hears of the slot that is pressed, and whether the selection is to reach to it
    SlotRow(BiConsumer<TableSlot, Boolean> onPress) {
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            TableSlot slot = getItem();
            if (slot != null && event.getButton() == MouseButton.PRIMARY) {
                onPress.accept(slot, event.isShiftDown());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable TableSlot slot, boolean empty) {
        super.updateItem(slot, empty);
        following.unsubscribe();
        if (slot == null || empty) {
            following = Subscription.EMPTY;
            pseudoClassStateChanged(CHOSEN, false);
            setAccessibleText(null);
        } else {
            following = slot.chosen()
                    .subscribe(chosen -> pseudoClassStateChanged(CHOSEN, chosen))
                    .and(slot.spoken().subscribe(this::setAccessibleText));
        }
    }
}
