package rw.ishemalink.payment.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.shares.Commission.Split;

/** Who gets what, and when. */
class ShareProperties {

    private static final String TENANT = "ishemalink";
    private static final Commission FIFTEEN = new Commission(BigDecimal.valueOf(15), Map.of());

    @Property
    void the_two_parts_of_a_price_add_up_to_the_franc_and_the_commission_is_rounded_half_up(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long net,
            @ForAll @BigRange(min = "0", max = "100") @Scale(2) BigDecimal percent) {
        Split split = new Commission(percent, Map.of()).split(TENANT, net);
        assertThat(split.commission() + split.share()).isEqualTo(net);
        assertThat(split.commission()).isNotNegative();
        assertThat(split.share()).isNotNegative();
        BigDecimal exact = percent.multiply(BigDecimal.valueOf(net)).movePointLeft(2);
        assertThat(BigDecimal.valueOf(split.commission()).subtract(exact))
                .isGreaterThan(new BigDecimal("-0.5"))
                .isLessThanOrEqualTo(new BigDecimal("0.5"));
    }

    @Example
    void fifteen_per_cent_unless_the_tenant_agreed_on_something_else() {
        Commission commission = new Commission(
                BigDecimal.valueOf(15),
                Map.of("geo-connect", new BigDecimal("12.5"), "all-ours", BigDecimal.valueOf(100)));
        assertThat(commission.split(TENANT, 10_000)).isEqualTo(new Split(1_500, 8_500));
        assertThat(commission.split(TENANT, 10)).as("1.5 is 2").isEqualTo(new Split(2, 8));
        assertThat(commission.split("geo-connect", 10_000)).isEqualTo(new Split(1_250, 8_750));
        assertThat(commission.split("all-ours", 10_000)).isEqualTo(new Split(10_000, 0));
    }

    @Example
    void a_commission_below_nothing_or_above_all_is_refused_at_the_start() {
        assertThatThrownBy(() -> new Commission(BigDecimal.valueOf(-1), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Commission(BigDecimal.TEN, Map.of(TENANT, BigDecimal.valueOf(101))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Delivery, money and refund, told in any order and any number of times. */
    @Property
    void a_share_is_earned_once_while_the_price_is_kept_and_taken_back_once_when_it_is_not(
            @ForAll List<Boolean> priceKept, @ForAll boolean forAnOperator) {
        Map<Account, Long> books = new EnumMap<>(Account.class);
        Share share = waiting(forAnOperator ? UUID.randomUUID() : null);
        boolean everKept = false;
        boolean lostAfter = false;
        for (boolean kept : priceKept) {
            lostAfter |= everKept && !kept;
            everKept |= kept;
            share = step(share, kept, books);
        }
        boolean owed = everKept && !lostAfter;
        assertThat(books.getOrDefault(share.payable(), 0L)).isEqualTo(owed ? -8_500 : 0);
        assertThat(books.getOrDefault(Account.COMMISSION, 0L)).isEqualTo(owed ? -1_500 : 0);
        assertThat(books.getOrDefault(Account.REVENUE, 0L)).isEqualTo(owed ? 10_000 : 0);
        assertThat(share.payable()).isEqualTo(forAnOperator ? Account.OPERATOR_PAYABLE : Account.DRIVER_PAYABLE);
    }

    private static Share step(Share share, boolean kept, Map<Account, Long> books) {
        Optional<ShareRules.Step> step = ShareRules.step(share, 10_000, kept, FIFTEEN);
        step.ifPresent(taken ->
                taken.transfer().entries().forEach(entry -> books.merge(entry.account(), entry.signed(), Long::sum)));
        return step.map(taken -> new Share(share.delivery(), taken.status(), taken.split(), UUID.randomUUID()))
                .orElse(share);
    }

    private static Share waiting(@Nullable UUID operator) {
        return new Share(
                new Delivery(UUID.randomUUID(), TENANT, UUID.randomUUID(), operator, Instant.EPOCH),
                Share.Status.WAITING,
                null,
                null);
    }
}
