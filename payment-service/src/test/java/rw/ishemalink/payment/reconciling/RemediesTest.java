package rw.ishemalink.payment.reconciling;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.payment.ledger.Account.DRIVER_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.PAYER_CLEARING_AIRTEL;
import static rw.ishemalink.payment.ledger.Account.PROVIDER_FEES;
import static rw.ishemalink.payment.ledger.Account.REFUNDS_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.SUSPENSE;
import static rw.ishemalink.payment.ledger.Entry.credit;
import static rw.ishemalink.payment.ledger.Entry.debit;
import static rw.ishemalink.payment.reconciling.Resolution.ACCEPT_THEIRS;
import static rw.ishemalink.payment.reconciling.Resolution.COLLECT_LATE;
import static rw.ishemalink.payment.reconciling.Resolution.DEBT_PAID;
import static rw.ishemalink.payment.reconciling.Resolution.OWE_BACK;
import static rw.ishemalink.payment.reconciling.Resolution.PROVIDER_CORRECTS;
import static rw.ishemalink.payment.reconciling.Resolution.WRITE_OFF;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.StatementLine.Kind;
import rw.ishemalink.payment.collecting.StatementLine.Status;
import rw.ishemalink.payment.ledger.Entry;
import rw.ishemalink.payment.reconciling.Remedy.Books;
import rw.ishemalink.payment.reconciling.Remedy.BooksLateMoney;

/** Which resolution fits which case, and the entries that it makes. */
class RemediesTest {

    private static final UUID OURS = UUID.randomUUID();

    @Test
    void money_under_an_attempt_of_ours_is_collected_late() {
        Case one = one(Kind.COLLECTION, missingHere(11_800, 0), OURS, 11_800);
        assertThat(Remedies.listFitting(one)).containsExactly(COLLECT_LATE, OWE_BACK, PROVIDER_CORRECTS);
        assertThat(Remedies.of(one, COLLECT_LATE))
                .isEqualTo(new BooksLateMoney(List.of(debit(SUSPENSE, 11_800), credit(PAYER_CLEARING_AIRTEL, 11_800))));
    }

    @Test
    void another_amount_than_was_asked_for_is_not_collected_but_owed() {
        Case one = one(Kind.COLLECTION, missingHere(11_700, 0), OURS, 11_800);
        assertThat(Remedies.listFitting(one)).containsExactly(OWE_BACK, PROVIDER_CORRECTS);
    }

    @Test
    void a_strangers_money_is_owed_in_full_and_its_fee_is_ours() {
        Case one = one(Kind.COLLECTION, missingHere(990, -10), null, 0);
        assertThat(Remedies.listFitting(one)).containsExactly(OWE_BACK, PROVIDER_CORRECTS);
        assertThat(Remedies.of(one, OWE_BACK))
                .isEqualTo(new Books(
                        List.of(debit(SUSPENSE, 990), credit(REFUNDS_PAYABLE, 1_000), debit(PROVIDER_FEES, 10))));
    }

    @Test
    void money_that_went_out_by_hand_pays_a_debt_or_is_lost() {
        Case one = one(Kind.REFUND, missingHere(-1_000, 0), null, 0);
        assertThat(Remedies.listFitting(one)).containsExactly(DEBT_PAID, WRITE_OFF, PROVIDER_CORRECTS);
        assertThat(Remedies.of(one, DEBT_PAID))
                .isEqualTo(new Books(List.of(credit(SUSPENSE, 1_000), debit(REFUNDS_PAYABLE, 1_000))));
        assertThat(Remedies.of(one, WRITE_OFF))
                .isEqualTo(new Books(List.of(credit(SUSPENSE, 1_000), debit(PROVIDER_FEES, 1_000))));
    }

    @Test
    void a_payout_that_took_place_after_all_pays_its_driver() {
        UUID driver = UUID.randomUUID();
        Case one = one(Kind.TRANSFER, missingHere(-5_000, 0), OURS, 5_000, new Owed(DRIVER_PAYABLE, driver));
        assertThat(Remedies.of(one, DEBT_PAID))
                .isEqualTo(new Books(List.of(credit(SUSPENSE, 5_000), debit(DRIVER_PAYABLE, driver, 5_000))));
    }

    @Test
    void what_the_provider_lacks_is_a_loss_when_it_came_in_and_owed_when_it_went_out() {
        Difference less = new Difference(Difference.Kind.MISSING_THERE, -11_800, 0);
        assertThat(Remedies.listFitting(one(Kind.COLLECTION, less, OURS, 11_800)))
                .containsExactly(WRITE_OFF, PROVIDER_CORRECTS);
        Difference more = new Difference(Difference.Kind.MISSING_THERE, 11_800, 0);
        assertThat(Remedies.listFitting(one(Kind.REFUND, more, OURS, 11_800)))
                .containsExactly(OWE_BACK, PROVIDER_CORRECTS);
    }

    @Test
    void their_figure_is_accepted_more_is_owed_less_is_lost_fees_are_fees() {
        Difference more = new Difference(Difference.Kind.AMOUNT_DIFFERS, 100, 0);
        Case one = one(Kind.COLLECTION, more, OURS, 11_800);
        assertThat(Remedies.listFitting(one)).containsExactly(ACCEPT_THEIRS, PROVIDER_CORRECTS);
        assertThat(Remedies.of(one, ACCEPT_THEIRS))
                .isEqualTo(new Books(List.of(debit(SUSPENSE, 100), credit(REFUNDS_PAYABLE, 100))));
        Difference less = new Difference(Difference.Kind.STATUS_DIFFERS, -11_800, 0);
        assertThat(Remedies.of(one(Kind.COLLECTION, less, OURS, 11_800), ACCEPT_THEIRS))
                .isEqualTo(new Books(List.of(credit(SUSPENSE, 11_800), debit(PROVIDER_FEES, 11_800))));
        Difference cheaper = new Difference(Difference.Kind.AMOUNT_DIFFERS, 2, 2);
        assertThat(Remedies.of(one(Kind.COLLECTION, cheaper, OURS, 11_800), ACCEPT_THEIRS))
                .isEqualTo(new Books(List.of(debit(SUSPENSE, 2), credit(PROVIDER_FEES, 2))));
    }

    @Property
    void whatever_fits_balances_and_empties_suspense_of_the_difference(
            @ForAll Kind movement,
            @ForAll Difference.Kind kind,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long moneyRwf,
            @ForAll @LongRange(min = -1_000, max = 1_000) long feesRwf,
            @ForAll boolean known) {
        if (moneyRwf + feesRwf == 0) {
            return;
        }
        Difference difference = new Difference(kind, moneyRwf + feesRwf, feesRwf);
        Case one = one(movement, difference, known ? OURS : null, Math.abs(moneyRwf));
        assertThat(Remedies.listFitting(one)).contains(PROVIDER_CORRECTS);
        for (Resolution resolution : Remedies.listFitting(one)) {
            switch (Remedies.of(one, resolution)) {
                case Books(List<Entry> entries) -> assertMoves(entries, difference);
                case BooksLateMoney(List<Entry> entries) -> assertMoves(entries, difference);
                case Remedy.Waits _ -> assertThat(resolution).isEqualTo(PROVIDER_CORRECTS);
                case Remedy.DoesNotFit _ -> throw new AssertionError("it was listed as fitting");
            }
        }
    }

    private static void assertMoves(List<Entry> entries, Difference difference) {
        assertThat(entries.stream().mapToLong(Entry::signed).sum()).isZero();
        assertThat(entries.stream()
                        .filter(entry -> entry.account() == SUSPENSE)
                        .mapToLong(Entry::signed)
                        .sum())
                .isEqualTo(difference.amountRwf());
    }

    private static Difference missingHere(long amountRwf, long ofFeesRwf) {
        return new Difference(Difference.Kind.MISSING_HERE, amountRwf, ofFeesRwf);
    }

    private static Case one(Kind movement, Difference difference, @Nullable UUID ours, long ourAmountRwf) {
        return one(movement, difference, ours, ourAmountRwf, Owed.TO_PAYERS);
    }

    private static Case one(Kind movement, Difference difference, @Nullable UUID ours, long ourAmountRwf, Owed owed) {
        return new Case(
                UUID.randomUUID(),
                1,
                Provider.AIRTEL,
                new MovementKey(movement, "17"),
                LocalDate.of(2026, 11, 20),
                "ishemalink",
                difference,
                new Sides(ours, "17", Status.SUCCEEDED, 0, 0, null, ourAmountRwf, owed),
                Case.Status.OPEN,
                null,
                null,
                UUID.randomUUID(),
                Instant.EPOCH,
                null);
    }
}
