package ai.backtestr.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.engine.instrument.ContractTerms;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PositionSizeTest {
    private static final long EQUITY = Money.parse("10000");

    private final PositionSize share = new PositionSize(new Instrument("S", 2, 0, "USD", TradingCalendar.ALWAYS_OPEN));
    private final PositionSize coin = new PositionSize(new Instrument("C", 2, 4, "USD", TradingCalendar.ALWAYS_OPEN));
    private final PositionSize forex = new PositionSize(new Instrument("F", 5, 2, "USD", TradingCalendar.FOREX));

    @Test
    void shouldTakeFixedUnitsDownToTheScale() {
        assertThat(coin.units(new BigDecimal("1.23456"))).isEqualTo(12_345);
        assertThat(share.units(new BigDecimal("0.9"))).isZero();
    }

    @Test
    void shouldBuyForAnAmount() {
        assertThat(share.money(Money.parse("1000"), 30_00)).isEqualTo(33); // 33.33
        assertThat(coin.money(Money.parse("1000"), 30_00)).isEqualTo(333_333); // 33.3333
    }

    @Test
    void shouldBuyForAPercentageOfEquity() {
        assertThat(share.percentOfEquity(EQUITY, new BigDecimal("25"), 100_00)).isEqualTo(25);
        assertThat(share.percentOfEquity(EQUITY, new BigDecimal("200"), 100_00)).isEqualTo(200);
        assertThat(share.percentOfEquity(-EQUITY, new BigDecimal("25"), 100_00)).isZero();
    }

    @Test
    void shouldLoseNoMoreThanItsRiskAtTheStop() {
        // 1% of 10000 is 100; a stop of 0.00250 loses 0.0025 for each unit: 40000 units
        assertThat(forex.risk(EQUITY, BigDecimal.ONE, 250)).isEqualTo(4_000_000);
        assertThat(share.risk(EQUITY, BigDecimal.ONE, 3_00)).isEqualTo(33); // 33.33
    }

    @Test
    void shouldGoAllInWithWholeUnits() {
        assertThat(coin.allInWholeUnits(EQUITY, 30_00)).isEqualTo(333_0000);
        assertThat(share.allInWholeUnits(Money.parse("99.99"), 100_00)).isZero();
    }

    @Test
    void shouldCountInContractsAndSteps() {
        Instrument index = new Instrument("I", 2, 0, "USD", TradingCalendar.FUTURES);
        PositionSize future =
                new PositionSize(index.withContract(ContractTerms.plain("I").withContractSize(BigDecimal.valueOf(50))));
        PositionSize lots =
                new PositionSize(index.withContract(ContractTerms.plain("I").withQuantities(100, 300)));

        assertThat(future.money(Money.parse("600000"), 5000_00)).isEqualTo(2); // 2.4 contracts of 250000
        assertThat(future.risk(EQUITY, BigDecimal.ONE, 1_00)).isEqualTo(2); // 100 buys two risks of 50
        assertThat(lots.money(Money.parse("45999"), 100_00)).isEqualTo(400); // 459.99
        assertThat(lots.money(Money.parse("29999"), 100_00)).isZero(); // 299.99 is below the smallest
    }

    @Test
    void shouldTakeTheKellyFraction() {
        // Even money won six times in ten: 0.6 - 0.4 = 20%, a textbook's example.
        assertThat(PositionSize.kellyFraction(0.6, 1)).isEqualTo(0.2, within(1e-12));
        assertThat(PositionSize.kellyFraction(0.5, 2)).isEqualTo(0.25);
        assertThat(PositionSize.kellyFraction(0.4, 1)).isZero();
        assertThat(share.kelly(EQUITY, 0.5, 2, new BigDecimal("0.5"), 100_00)).isEqualTo(12); // 12.5
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> share.money(EQUITY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> share.risk(EQUITY, BigDecimal.ONE, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> PositionSize.kellyFraction(1.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PositionSize.kellyFraction(0.5, 0));
    }
}
