package ai.backtestr.engine.run;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Fill;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 over the lines that tell one run from another: what was run, on which ticks, and every execution.
///
/// Nothing of how it was run goes in: not the batch size, not the timeframes kept for a chart, not the speed.
final class ResultHash {
    private final MessageDigest digest;

    private ResultHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    static String of(
            BacktestSpec spec,
            Instrument instrument,
            String dataDigest,
            long ticks,
            List<Fill> fills,
            Account account,
            EquityCurve curve) {
        ResultHash hash = new ResultHash();
        hash.line("backtestr-result 1");
        hash.line("instrument " + instrument.symbol() + " " + instrument.priceScale() + " " + instrument.quantityScale()
                + " " + instrument.calendar().name());
        hash.line("data " + dataDigest + " " + ticks);
        hash.line("strategy " + spec.strategy().name() + " " + spec.parameters().texts());
        hash.line("cash " + Money.format(spec.startingCash()) + " leverage "
                + spec.leverage().stripTrailingZeros().toPlainString());
        hash.line("commission " + spec.commission());
        for (Fill fill : fills) {
            hash.line("fill " + fill.timeNs() + " " + fill.orderId() + " " + fill.side() + " " + fill.quantity() + " "
                    + fill.price() + " " + fill.fee());
        }
        hash.line("end " + account.cash() + " " + account.position() + " " + curve.last() + " " + curve.maxDrawdown());
        curve.dayEnds().forEach(equity -> hash.line("day " + equity));
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void line(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
