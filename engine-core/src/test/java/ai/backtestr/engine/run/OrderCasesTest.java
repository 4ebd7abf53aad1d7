package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What orders do on ticks, line by line in `order-cases.txt`, where every expected value was worked out by hand.
class OrderCasesTest {
    private static final int LEAST = 150;

    static List<OrderCase> cases() throws IOException {
        try (InputStream file = OrderCasesTest.class.getResourceAsStream("order-cases.txt")) {
            return OrderCase.read(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void shouldDoWhatTheLineSays(OrderCase test) {
        OrderCaseRun run = new OrderCaseRun(test);
        List<String> happened = new ArrayList<>(run.run(64));
        List<String> events = new ArrayList<>();
        for (String expected : test.expected()) {
            if (expected.startsWith("#")) {
                events.add(withoutReason(expected));
            }
        }
        assertThat(happened).as("%s: %s", test.name(), test.because()).isEqualTo(events);
        int event = 0;
        for (String expected : test.expected()) {
            if (expected.startsWith("#")) {
                assertThat(run.reasons().get(event++))
                        .as("%s: reason of %s", test.name(), expected)
                        .contains(reasonIn(expected));
            } else {
                String name = expected.substring(0, expected.indexOf('='));
                assertThat(name + "=" + run.figure(name))
                        .as("%s: %s", test.name(), test.because())
                        .isEqualTo(expected);
            }
        }
    }

    private static String withoutReason(String expected) {
        int quote = expected.indexOf('\'');
        return quote < 0 ? expected : expected.substring(0, quote).trim();
    }

    private static String reasonIn(String expected) {
        int quote = expected.indexOf('\'');
        return quote < 0 ? "" : expected.substring(quote + 1, expected.lastIndexOf('\''));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void shouldGiveTheSameHashForBatchesOfOne(OrderCase test) {
        OrderCaseRun whole = new OrderCaseRun(test);
        OrderCaseRun single = new OrderCaseRun(test);
        whole.run(64);
        single.run(1);
        assertThat(single.hash()).isEqualTo(whole.hash());
    }

    @Test
    void shouldHaveManyCasesUnderDifferentNames() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(cases()).extracting(OrderCase::name).doesNotHaveDuplicates();
    }
}
