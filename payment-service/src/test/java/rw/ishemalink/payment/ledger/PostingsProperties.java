package rw.ishemalink.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rw.ishemalink.payment.ledger.Account.PAYER_CLEARING_MTN;
import static rw.ishemalink.payment.ledger.Account.REVENUE;
import static rw.ishemalink.payment.ledger.Entry.credit;
import static rw.ishemalink.payment.ledger.Entry.debit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import rw.ishemalink.payment.ledger.Transfer.Kind;

/** Transfers and what they add up to, without a database. */
class PostingsProperties {

    private static final long DEAREST = 1_000_000_000_000L;

    @Property
    void every_posting_sums_to_zero(@ForAll Deed deed, @ForAll long seed) {
        Transfer transfer = deed.transfer(new Random(seed), UUID.randomUUID());
        assertThat(transfer.entries().stream().mapToLong(Entry::signed).sum()).isZero();
        assertThat(transfer.entries()).allMatch(entry -> entry.amount() > 0);
    }

    @Property
    void a_transfer_that_does_not_balance_cannot_be_made(
            @ForAll @LongRange(min = 1, max = DEAREST) long left,
            @ForAll @LongRange(min = 1, max = DEAREST) long right) {
        List<Entry> entries = List.of(debit(PAYER_CLEARING_MTN, left), credit(REVENUE, right));
        if (left == right) {
            assertThat(new Transfer(Kind.COLLECTED, UUID.randomUUID(), entries).entries())
                    .isEqualTo(entries);
        } else {
            assertThatThrownBy(() -> new Transfer(Kind.COLLECTED, UUID.randomUUID(), entries))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property
    void a_reversed_share_leaves_nothing_on_any_account(
            @ForAll @LongRange(min = 0, max = DEAREST) long commission,
            @ForAll @LongRange(min = 1, max = DEAREST) long amount) {
        UUID driver = UUID.randomUUID();
        Transfer earned = Postings.shareEarned(UUID.randomUUID(), Account.DRIVER_PAYABLE, driver, commission, amount);
        Transfer reversed = Postings.shareReversed(earned, UUID.randomUUID());
        Map<Account, Long> left = new HashMap<>();
        earned.entries().forEach(entry -> left.merge(entry.account(), entry.signed(), Long::sum));
        reversed.entries().forEach(entry -> left.merge(entry.account(), entry.signed(), Long::sum));
        assertThat(left.values()).containsOnly(0L);
        assertThat(reversed.reference()).isEqualTo(earned.reference());
    }

    @Property
    void a_reservation_that_is_posted_counts_as_if_it_had_been_direct_and_a_voided_one_not_at_all(
            @ForAll Deed deed, @ForAll long seed) {
        for (Entry entry : deed.transfer(new Random(seed), UUID.randomUUID()).entries()) {
            Counters reserved = Counters.ZERO.plus(Phase.RESERVE, entry);
            assertThat(reserved.balance()).isZero();
            assertThat(reserved.pending()).isEqualTo(entry.signed());
            assertThat(reserved.plus(Phase.POST, entry)).isEqualTo(Counters.ZERO.plus(Phase.DIRECT, entry));
            assertThat(reserved.plus(Phase.VOID, entry)).isEqualTo(Counters.ZERO);
        }
    }

    @Example
    void a_correction_names_what_it_corrects_and_why_and_nothing_else_does() {
        List<Entry> entries = List.of(debit(PAYER_CLEARING_MTN, 1), credit(REVENUE, 1));
        UUID id = UUID.randomUUID();
        assertThatThrownBy(() -> new Transfer(Kind.CORRECTION, id, entries, null, "why"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Transfer(Kind.CORRECTION, id, entries, id, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Transfer(Kind.COLLECTED, id, entries, id, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
