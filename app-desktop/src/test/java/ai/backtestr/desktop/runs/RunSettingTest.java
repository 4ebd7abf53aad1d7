package ai.backtestr.desktop.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.SwapModel;
import ai.backtestr.engine.instrument.ContractTerms;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.LatencyModel;
import ai.backtestr.engine.order.SlippageModel;
import ai.backtestr.engine.order.SpreadModel;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How settings are written and read.
class RunSettingTest {
    private static final Instrument EURUSD = new Instrument("EURUSD", 5, 2, "USD", TradingCalendar.FOREX)
            .withContract(ContractTerms.plain("EUR").withLotSize(BigDecimal.valueOf(100_000)));
    private static final BacktestSpec PLAIN = BacktestSpec.of(BuiltInStrategies.named("ema-cross"), Map.of());

    private static BacktestSpec with(RunSetting setting, String text) {
        return RunSetting.apply(Map.of(setting, text), PLAIN, EURUSD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CASH        | 2500.50
            LEVERAGE    | 30
            COMMISSION  | 0.02%/0.05%
            COMMISSION  | 7 per lot of 1000, at least 1
            LIMIT_FILL  | through
            LIMIT_FILL  | queue:conservative
            LIMIT_FILL  | queue:log
            LIMIT_FILL  | queue:power3:2.5
            LIQUIDITY   | quoted-size
            SLIPPAGE    | none
            SLIPPAGE    | fixed:0.00002
            SLIPPAGE    | random:0.00010
            SLIPPAGE    | volume:0.1%
            SLIPPAGE    | atr:12.5%:14:1h
            LATENCY     | 0ms
            LATENCY     | 250us
            LATENCY     | 20ms..1s
            SPREAD      | data
            SPREAD      | fixed:0.00012
            SPREAD      | times:1.5
            MAX_SILENCE | none
            MAX_SILENCE | 48h
            SEED        | -42
            ACCOUNT     | hedging
            MARGIN_CALL | 0
            STOP_OUT    | 20.5
            SWAP        | none
            SWAP        | unit:-0.00005:0.00002
            SWAP        | yearly:-2.5:1:wednesday
            """)
    void shouldReadWhatItWrites(RunSetting setting, String text) {
        assertThat(RunSetting.texts(with(setting, text), EURUSD)).containsEntry(setting, text);
    }

    @Test
    void shouldMeanTheModelsOfTheEngine() {
        assertThat(with(RunSetting.SLIPPAGE, "fixed:0.0001").execution().slippage())
                .isEqualTo(new SlippageModel.Fixed(10));
        assertThat(with(RunSetting.SLIPPAGE, "random:0.0002").execution().slippage())
                .isEqualTo(new SlippageModel.Random(20));
        assertThat(with(RunSetting.SPREAD, "fixed:0.00012").execution().spread())
                .isEqualTo(new SpreadModel.Fixed(12));
        assertThat(with(RunSetting.SPREAD, "times:2").execution().spread())
                .isEqualTo(new SpreadModel.Times(BigDecimal.TWO));
        assertThat(with(RunSetting.LATENCY, "1.5s..2m").execution().latency())
                .isEqualTo(new LatencyModel(1_500_000_000L, 120_000_000_000L));
        assertThat(with(RunSetting.MAX_SILENCE, "10m").execution().longestSilenceNs())
                .isEqualTo(600_000_000_000L);
        assertThat(with(RunSetting.LIMIT_FILL, "through").execution().limitFill())
                .isEqualTo(ExecutionModel.LimitFill.THROUGH);
        assertThat(with(RunSetting.ACCOUNT, "hedging").account().mode()).isEqualTo(AccountMode.HEDGING);
        assertThat(with(RunSetting.STOP_OUT, "20").account().stopOutPercent()).isEqualByComparingTo("20");
        assertThat(with(RunSetting.SWAP, "yearly:-2.5:1:wednesday").account().swap())
                .isEqualTo(new SwapModel.YearlyPercent(new BigDecimal("-2.5"), BigDecimal.ONE, DayOfWeek.WEDNESDAY));
    }

    @Test
    void shouldTakeTheInstrumentsLotWhereNoneIsGiven() {
        assertThat(with(RunSetting.COMMISSION, "7 per lot, at least 1").commission())
                .isEqualTo(CommissionModel.parse("7 per lot of 100000, at least 1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            SLIPPAGE    | some           | slippage: 'some' is not a slippage; write none, fixed:0.0001
            SLIPPAGE    | fixed:x        | slippage: 'x' is not a number
            SLIPPAGE    | fixed          | slippage: '' is not a number
            SLIPPAGE    | fixed:0.000001 | has more than the 5 decimals
            SLIPPAGE    | fixed:-0.1     | is below 0
            SLIPPAGE    | atr:10%:14     | write one like atr:10%:14:1h
            SLIPPAGE    | atr:10%:0:1h   | an average true range of 0 bars
            SLIPPAGE    | atr:-1%:14:1h  | is below 0
            LATENCY     | soon           | latency: 'soon' is not a length of time; write one like 50ms
            LATENCY     | 5ms..2ms       | latency from 5000000 to 2000000
            LATENCY     | 0.5ns          | is not a whole number of nanoseconds
            SPREAD      | wide           | spread: 'wide' is not a spread
            SPREAD      | times:1.00001  | up to four decimals
            LIMIT_FILL  | maybe          | limit-fill: 'maybe' is none of touch, through
            LIMIT_FILL  | queue:power    | needs an exponent above 0, as in power:2
            LIMIT_FILL  | queue:log:2    | has no exponent
            LIMIT_FILL  | queue:first    | 'first' is not a queue model
            ACCOUNT     | cash           | account: 'cash' is none of netting, hedging
            SEED        | 1.5            | seed: '1.5' is not a whole number
            STOP_OUT    | 101            | stop-out level of 101% is outside
            MARGIN_CALL | x              | margin-call: 'x' is not a number
            MAX_SILENCE | 0s             | a longest silence of 0 ns is not above 0
            SWAP        | unit:1         | swap: 'unit:1' is not a swap
            SWAP        | unit:1:1:noday | swap: 'noday' is not a day
            """)
    void shouldSayWhatDoesNotFit(RunSetting setting, String text, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(setting, text))
                .withMessageContaining(what)
                .withMessageStartingWith(setting.option() + ": ");
    }
}
