package ai.backtestr.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EditsTest {
    private final HandPause typing = new HandPause();
    private final AtomicInteger settled = new AtomicInteger();
    private final Edits edits = new Edits(typing, settled::incrementAndGet);

    @Test
    void shouldCountWhatIsTypedOnceAfterThePause() {
        edits.edited();
        edits.edited();
        assertThat(settled).hasValue(0);
        typing.pass();
        assertThat(settled).hasValue(1);
        typing.pass();
        assertThat(settled).hasValue(1);
    }

    @Test
    void shouldCountAtOnceWhenSettled() {
        edits.edited();
        edits.settle();
        typing.pass();
        assertThat(settled).hasValue(1);
    }

    @Test
    void shouldNotCountWhereNothingChanged() {
        edits.settle();
        assertThat(settled).hasValue(0);
    }

    @Test
    void shouldForgetWhatIsDropped() {
        edits.edited();
        edits.forget();
        typing.pass();
        edits.settle();
        assertThat(settled).hasValue(0);
    }
}
