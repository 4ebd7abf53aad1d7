package ai.backtestr.engine.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommissionModelTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "0.1%",
                "0.02%/0.05%",
                "-0.01%/0.05%",
                "0.005 per unit",
                "7 per lot of 100000",
                "1 per trade",
                "0.1%, at least 2.50"
            })
    void shouldWriteWhatItReads(String text) {
        assertThat(CommissionModel.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "free", "1", "x%", "101%", "-1%", "0.1%/x%", "-1 per unit", "1 per month", "1 per lot of 0"})
    void shouldRefuseWhatIsNoCommission(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CommissionModel.parse(text));
    }
}
