package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.commandline.Program.Outcome;
import ai.backtestr.desktop.fixture.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user's own strategy places every type of order with every time in force on recorded quotes, once where the market
/// reaches it at once and once where it never does; `orders.csv` tells what became of each, and why.
class EveryOrderTest {
    private static final String SOURCE = """
            import ai.backtestr.engine.order.*;
            import ai.backtestr.engine.strategy.*;
            import java.util.*;

            public class EveryOrder implements Strategy {
                private static final long FAR = 20_000;
                private boolean placed;

                public void prepare(StrategySetup setup) {
                    setup.listenToTicks();
                }

                public void onTick(StrategyContext context) {
                    if (placed) {
                        return;
                    }
                    placed = true;
                    long ask = context.ask();
                    List<OrderRequest> requests = new ArrayList<>();
                    for (long away : new long[] {0, FAR}) {
                        if (away == 0) {
                            requests.add(OrderRequest.market(Side.BUY, 1));
                            requests.add(OrderRequest.marketOnOpen(Side.BUY, 1));
                            requests.add(OrderRequest.marketOnClose(Side.BUY, 1));
                        }
                        long below = away == 0 ? ask + 500 : ask - away;
                        long above = away == 0 ? ask - 500 : ask + away;
                        long trail = away == 0 ? 1 : away;
                        requests.add(OrderRequest.limit(Side.BUY, 1, below));
                        requests.add(OrderRequest.stop(Side.BUY, 1, above));
                        requests.add(OrderRequest.stopLimit(Side.BUY, 1, above, above + 1_000));
                        requests.add(OrderRequest.marketIfTouched(Side.BUY, 1, below));
                        requests.add(OrderRequest.limitIfTouched(Side.BUY, 1, below, below + 100));
                        requests.add(OrderRequest.trailingStop(Side.BUY, 1, trail));
                        requests.add(OrderRequest.trailingStopLimit(Side.BUY, 1, new Trail.Offset(trail), 1_000));
                    }
                    long hour = context.timeNs() + 3_600_000_000_000L;
                    for (OrderRequest request : requests) {
                        context.submit(request);
                        context.submit(request.day());
                        context.submit(request.goodTill(hour));
                        context.submit(request.immediateOrCancel());
                        context.submit(request.fillOrKill());
                    }
                    context.submit(OrderRequest.limit(Side.BUY, 1, ask + 500).asPostOnly());
                    context.submit(OrderRequest.market(Side.SELL, 1_000).asReduceOnly());
                    context.submit(OrderRequest.market(Side.BUY, 2_000_000_000));
                    context.cancel(context.submit(OrderRequest.limit(Side.BUY, 1, ask - FAR)));
                }
            }
            """;

    /// Of each type, near and far, what becomes of it: good till cancelled, for the day, till an hour later, immediate
    /// or cancel, fill or kill. An immediate order that waits for a trigger has the tick that triggers it.
    private static final List<String> EXPECTED = List.of(
            "market: filled filled filled filled filled",
            // The session goes on until 21:00; the one that opens then is another day's.
            "market-on-open: filled expired expired filled filled",
            "market-on-close: filled filled expired filled filled",
            "limit: filled filled filled filled filled",
            "stop: filled filled filled filled filled",
            "stop-limit: filled filled filled filled filled",
            "market-if-touched: filled filled filled filled filled",
            "limit-if-touched: filled filled filled filled filled",
            "trailing-stop: filled filled filled filled filled",
            "trailing-stop-limit: filled filled filled filled filled",
            "limit: accepted expired expired cancelled cancelled",
            "stop: accepted expired expired accepted accepted",
            "stop-limit: accepted expired expired accepted accepted",
            "market-if-touched: accepted expired expired accepted accepted",
            "limit-if-touched: accepted expired expired accepted accepted",
            "trailing-stop: accepted expired expired accepted accepted",
            "trailing-stop-limit: accepted expired expired accepted accepted");

    @TempDir
    static Path folder;

    private static Program program;
    private static Outcome outcome;
    private static List<List<String>> orders;

    @BeforeAll
    static void run() throws IOException {
        program = new Program(folder.resolve("home"));
        Path data = SharedData.of("fx_lean_fxcm_EURUSD", "tick");
        assertThat(program.line("import --symbol EURUSD --zone -05:00", data).exitCode())
                .isZero();
        Path strategies = Files.createDirectories(folder.resolve("home/strategies"));
        Files.writeString(strategies.resolve("EveryOrder.java"), SOURCE);
        outcome = program.line(
                "run EURUSD --strategy every-order --cash 1000000 --checks none --report", folder.resolve("report"));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        orders = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("report/orders.csv"))) {
            orders.add(List.of(line.split(",", -1)));
        }
    }

    private static List<String> column(String name) {
        int place = orders.getFirst().indexOf(name);
        return orders.stream().skip(1).map(row -> row.get(place)).toList();
    }

    @Test
    void shouldComeToWhatTypeAndTimeInForceSay() {
        List<String> status = column("status");
        List<String> type = column("type");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < 5 * EXPECTED.size(); i += 5) {
            found.add(type.get(i) + ": " + String.join(" ", status.subList(i, i + 5)));
        }
        assertThat(found).isEqualTo(EXPECTED);
        assertThat(column("timeInForce").subList(0, 5))
                .containsExactly("good-till-cancelled", "day", "good-till-date", "immediate-or-cancel", "fill-or-kill");
    }

    @Test
    void shouldExpireAtTheDeadlineWhicheverItIs() {
        List<String> force = column("timeInForce");
        List<String> status = column("status");
        List<String> last = column("lastTime");
        for (int i = 0; i < status.size(); i++) {
            if (status.get(i).equals("expired")) {
                assertThat(last.get(i))
                        .isEqualTo(force.get(i).equals("day") ? "2014-05-01T21:00:00Z" : "2014-05-01T06:00:01.787Z");
            }
        }
    }

    @Test
    void shouldGiveAReasonForWhatWasRefusedOrCutShort() {
        int first = 5 * EXPECTED.size();
        List<String> status = column("status");
        List<String> reason = column("reason");
        assertThat(status.subList(first, status.size()))
                .containsExactly("rejected", "cancelled", "rejected", "cancelled");
        assertThat(reason.get(first)).contains("post-only");
        assertThat(reason.get(first + 1)).contains("reduce-only");
        assertThat(reason.get(first + 2)).contains("a position of 2000000000");
        for (int i = 0; i < first; i++) {
            assertThat(reason.get(i).isEmpty())
                    .isEqualTo(!List.of("expired", "cancelled").contains(status.get(i)));
        }
        assertThat(outcome.out()).containsPattern("Rejected orders +2, the first because ");
    }

    @Test
    void shouldExplainAFillOfEveryType() throws IOException {
        int run = outcome.outLines().stream()
                .filter(line -> line.startsWith("Run  "))
                .map(line -> Integer.parseInt(line.substring(3).strip()))
                .findFirst()
                .orElseThrow();
        long fills = Files.readAllLines(folder.resolve("report/fills.csv")).size() - 1L;
        long filled = column("status").stream().filter("filled"::equals).count();
        assertThat(fills).isEqualTo(filled + 1); // the reduce-only order, as far as there was a position
        for (int fill = 1; fill <= fills; fill += 5) {
            assertThat(program.line("explain " + run + " " + fill).out())
                    .contains("Worked out again from the data: the same price, time and slippage.");
        }
    }
}
