package ai.backtestr.desktop.hour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Moves a slider in the packaged program; see `slider.sh`. Without `-Dbacktestr.slider.program=FOLDER`, the folder
/// of the program, and `-Dbacktestr.slider.home=FOLDER`, a home folder with ticks, there is nothing to do.
class PackagedSliderTest {
    @Test
    @Timeout(value = 500, unit = TimeUnit.SECONDS)
    void shouldFollowASlider() throws Exception {
        String program = System.getProperty("backtestr.slider.program", "");
        String home = System.getProperty("backtestr.slider.home", "");
        assumeFalse(program.isBlank() || home.isBlank(), "no packaged program or no home folder is named");
        assertThat(PackagedProgram.run(Path.of(program), SliderCheck.class, "-Dslider.home=" + home))
                .isZero();
    }
}
