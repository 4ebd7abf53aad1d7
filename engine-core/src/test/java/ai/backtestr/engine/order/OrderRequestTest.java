package ai.backtestr.engine.order;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OrderRequestTest {
    @Test
    void shouldRefuseWhatMakesNoOrder() {
        OrderRequest limit = OrderRequest.limit(Side.BUY, 1, 100);
        refuse(() -> OrderRequest.market(Side.BUY, 0), "quantity above 0");
        refuse(() -> OrderRequest.limit(Side.BUY, 1, 0), "limit price 0");
        refuse(() -> OrderRequest.stop(Side.BUY, 1, -5), "trigger price -5");
        refuse(() -> OrderRequest.stopLimit(Side.BUY, 1, 100, 0), "limit price 0");
        refuse(() -> OrderRequest.trailingStop(Side.BUY, 1, 0), "more than 0");
        refuse(() -> OrderRequest.trailingStopLimit(Side.BUY, 1, new Trail.Offset(5), -1), "offset -1");
        refuse(() -> OrderRequest.market(Side.BUY, 1).asPostOnly(), "post-only");
        refuse(() -> limit.immediateOrCancel().asPostOnly(), "post-only");
        refuse(() -> limit.goodTill(0), "good till 0");
        refuse(() -> new OrderChange(0, 0, 0), "changes nothing");
    }

    private static void refuse(ThrowingCallable making, String because) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessageContaining(because);
    }
}
