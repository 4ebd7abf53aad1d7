package ai.backtestr.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.InstrumentDefaults;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// The dialog on an instrument.
class InstrumentDialogTest {
    private static final Instrument ES = InstrumentDefaults.of("ESZ4", 2, 0);

    private static String in(Function<DialogPane, String> test) {
        return FxThread.call(() -> {
            Stage owner = new Stage();
            owner.setScene(new Scene(new Pane()));
            return test.apply(new InstrumentDialog(owner, ES).dialog().getDialogPane());
        });
    }

    private static TextField field(DialogPane pane, String name) {
        return (TextField) pane.lookup("#instrument-" + name);
    }

    private static Node save(DialogPane pane) {
        return pane.lookupButton(pane.getButtonTypes().getLast());
    }

    @Test
    void shouldShowTheInstrument() {
        assertThat(in(pane -> field(pane, "contract-size").getText())).isEqualTo("50");
        assertThat(in(pane -> field(pane, "tick-size").getText())).isEqualTo("0.25");
        assertThat(in(pane -> field(pane, "zone").getText())).isEqualTo("America/Chicago");
    }

    @Test
    void shouldSayUnderTheFieldWhatDoesNotFitAndNotSaveIt() {
        String told = in(pane -> {
            field(pane, "tick-size").setText("0.001");
            boolean disabled = save(pane).isDisabled();
            String problem = ((Label) pane.lookup("#problem-instrument-tick-size")).getText();
            field(pane, "tick-size").setText("0.05");
            return problem + " " + disabled + " " + save(pane).isDisabled();
        });

        assertThat(told).isEqualTo("0.001 cannot be told apart with the 2 decimals that are stored true false");
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldBringTheZoneOfAnotherCalendar() {
        assertThat(in(pane -> {
                    ((ComboBox<String>) pane.lookup("#instrument-calendar")).setValue("forex");
                    return field(pane, "zone").getText();
                }))
                .isEqualTo("America/New_York");
    }
}
