package rw.ishemalink.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rw.ishemalink.payment.ledger.Account.DRIVER_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.PAYER_CLEARING_MTN;
import static rw.ishemalink.payment.ledger.Account.REVENUE;
import static rw.ishemalink.payment.ledger.Account.SUSPENSE;
import static rw.ishemalink.payment.ledger.Entry.credit;
import static rw.ishemalink.payment.ledger.Entry.debit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** The books on a real database, which refuses what would put them out of order. */
class LedgerTest {

    private static final LedgerDatabase DATABASE = new LedgerDatabase();

    private final Ledger ledger = DATABASE.ledger;
    private final String tenant = "tenant-" + UUID.randomUUID();
    private final UUID driver = UUID.randomUUID();
    private final UUID reference = UUID.randomUUID();
    private final Subject subject = Subject.payout(UUID.randomUUID());

    @Test
    void a_transfer_that_does_not_balance_is_refused_by_the_database() {
        assertRefused("a difference of", sql -> {
            UUID transfer = transfer(sql);
            entry(sql, transfer, "DEBIT", 100);
            entry(sql, transfer, "CREDIT", 99);
        });
        assertRefused("a difference of", sql -> transfer(sql));
        assertThat(DATABASE.balance(tenant).debits()).isZero();
    }

    @Test
    void what_is_written_is_neither_changed_nor_deleted_nor_added_to() {
        UUID transfer = DATABASE.jdbi.inTransaction(sql -> {
            UUID id = transfer(sql);
            entry(sql, id, "DEBIT", 100);
            entry(sql, id, "CREDIT", 100);
            return id;
        });
        DATABASE.sealAll();
        for (String change : List.of(
                "update ledger_entry set amount = amount + 1",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "update ledger_transfer set kind = 'REFUND_PAID'",
                "delete from ledger_transfer",
                "update ledger_seal set sequence = sequence + 1",
                "delete from ledger_seal",
                "update ledger_line set debits_posted = 0",
                "delete from ledger_line")) {
            assertRefused("append-only", sql -> sql.execute(change));
        }
        assertRefused("was closed by the transaction", sql -> {
            entry(sql, transfer, "DEBIT", 5);
            entry(sql, transfer, "CREDIT", 5);
        });
    }

    @Test
    void one_movement_is_never_posted_twice() {
        Transfer back = Postings.refundPaid(reference, PAYER_CLEARING_MTN, 1_180);
        post(back);
        assertThatThrownBy(() -> post(back)).hasStackTraceContaining("ledger_nothing_twice");
    }

    @Test
    void a_transfer_about_a_payment_names_one_that_there_is() {
        assertRefused(
                "ledger_transfer_payment_id",
                sql -> ledger.post(sql, tenant, Subject.payment(UUID.randomUUID()), earned(500)));
    }

    @Test
    void a_correction_is_a_new_transfer_that_names_what_it_corrects_and_why() {
        UUID wrong = post(Postings.unexplained(reference, PAYER_CLEARING_MTN, 700));
        UUID reconciliation = UUID.randomUUID();
        Transfer correction = Postings.correction(
                reconciliation,
                wrong,
                "the missing callback came",
                List.of(debit(SUSPENSE, 700), credit(REVENUE, 700)));
        DATABASE.jdbi.useTransaction(
                sql -> ledger.post(sql, tenant, Subject.reconciliation(reconciliation), correction));
        assertThat(DATABASE.counters(tenant, SUSPENSE).balance()).isZero();
        assertThat(DATABASE.counters(tenant, REVENUE).balance()).isEqualTo(-700);

        Transfer nobodys = Postings.correction(UUID.randomUUID(), UUID.randomUUID(), "why", correction.entries());
        assertRefused("ledger_transfer_corrects", sql -> ledger.post(sql, tenant, subject, nobodys));
        Transfer ofAnother = Postings.correction(UUID.randomUUID(), wrong, "why", correction.entries());
        assertRefused("ledger_transfer_corrects", sql -> ledger.post(sql, "another", subject, ofAnother));
    }

    @Test
    void a_reservation_moves_nothing_until_it_is_posted() {
        post(earned(8_500));
        UUID reservation = reserve(8_000).orElseThrow();
        assertThat(ofDriver()).isEqualTo(new Counters(0, 8_500, 8_000, 0));
        assertThat(ofDriver().availableRwf()).isEqualTo(500);

        assertThat(resolve(reservation, true)).isEqualTo(Resolution.DONE);
        assertThat(ofDriver()).isEqualTo(new Counters(8_000, 8_500, 0, 0));
        assertThat(DATABASE.counters(tenant, PAYER_CLEARING_MTN).balance()).isEqualTo(-8_000);
        DATABASE.sealAll();
        assertThat(ofDriver()).isEqualTo(new Counters(8_000, 8_500, 0, 0));
        assertThat(DATABASE.verify(tenant).findings()).isEmpty();
    }

    @Test
    void a_voided_reservation_leaves_what_is_owed_as_it_was() {
        post(earned(8_500));
        UUID reservation = reserve(8_500).orElseThrow();
        assertThat(resolve(reservation, false)).isEqualTo(Resolution.DONE);
        assertThat(ofDriver()).isEqualTo(new Counters(0, 8_500, 0, 0));
    }

    @Test
    void a_reservation_is_posted_or_voided_once() {
        post(earned(1_000));
        UUID reservation = reserve(1_000).orElseThrow();
        assertThat(resolve(reservation, true)).isEqualTo(Resolution.DONE);
        assertThat(resolve(reservation, true)).isEqualTo(Resolution.DONE_BEFORE);
        assertThat(resolve(reservation, false)).isEqualTo(Resolution.RESOLVED_OTHERWISE);
        assertThat(ofDriver()).isEqualTo(new Counters(1_000, 1_000, 0, 0));
        assertThatThrownBy(() -> resolve(UUID.randomUUID(), true)).isInstanceOf(IllegalArgumentException.class);
        UUID direct = post(Postings.providerFee(UUID.randomUUID(), PAYER_CLEARING_MTN, 20));
        assertThatThrownBy(() -> resolve(direct, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_more_is_reserved_than_is_owed_and_reserved_money_is_not_reserved_again() {
        post(earned(1_000));
        assertThat(reserve(1_001)).isEmpty();
        assertThat(reserve(600)).isPresent();
        assertThat(reserve(401)).isEmpty();
        assertThat(reserve(400)).isPresent();
    }

    @Test
    void the_database_refuses_a_resolution_that_differs_from_its_reservation_or_resolves_none() {
        post(earned(1_000));
        UUID reservation = reserve(1_000).orElseThrow();
        for (String reserved : List.of(reservation.toString(), post(earned(70)).toString())) {
            assertRefused("does not have the entries of the reservation", sql -> {
                UUID id = UUID.randomUUID();
                sql.execute("""
                        insert into ledger_transfer (transfer_id, tenant, kind, phase, subject, subject_id, reference,
                                                     resolves)
                        select ?, tenant, 'PAYOUT', 'POST', subject, subject_id, reference, transfer_id
                          from ledger_transfer where transfer_id = ?::uuid""", id, reserved);
                entry(sql, id, "DEBIT", 999);
                entry(sql, id, "CREDIT", 999);
            });
        }
    }

    @Test
    void only_drivers_and_operators_have_accounts_of_their_own() {
        assertThatThrownBy(() -> debit(DRIVER_PAYABLE, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> debit(REVENUE, driver, 5)).isInstanceOf(IllegalArgumentException.class);
        assertRefused("ledger_entry_check", sql -> {
            UUID id = transfer(sql);
            sql.execute(
                    "insert into ledger_entry (transfer_id, tenant, account, side, amount) values (?, ?, ?, 'DEBIT', 5)",
                    id,
                    tenant,
                    "DRIVER_PAYABLE");
        });
    }

    private Transfer earned(long share) {
        return Postings.shareEarned(UUID.randomUUID(), DRIVER_PAYABLE, driver, 0, share);
    }

    private UUID post(Transfer transfer) {
        return DATABASE.jdbi.inTransaction(sql -> ledger.post(sql, tenant, subject, transfer));
    }

    private Optional<UUID> reserve(long amount) {
        Transfer payout = Postings.payout(UUID.randomUUID(), DRIVER_PAYABLE, driver, PAYER_CLEARING_MTN, amount);
        return DATABASE.jdbi.inTransaction(sql -> ledger.reserve(sql, tenant, subject, payout));
    }

    private Resolution resolve(UUID reservation, boolean post) {
        return DATABASE.jdbi.inTransaction(sql ->
                post ? ledger.postReserved(sql, tenant, reservation) : ledger.voidReserved(sql, tenant, reservation));
    }

    private Counters ofDriver() {
        return DATABASE.jdbi.withHandle(sql -> ledger.counters(sql, new AccountKey(tenant, DRIVER_PAYABLE, driver)));
    }

    private static void assertRefused(String because, Consumer<Handle> work) {
        assertThatThrownBy(() -> DATABASE.jdbi.useTransaction(work::accept)).hasStackTraceContaining(because);
    }

    private UUID transfer(Handle sql) {
        UUID transferId = UUID.randomUUID();
        sql.createUpdate("""
                        insert into ledger_transfer (transfer_id, tenant, kind, phase, subject, subject_id, reference)
                        values (:transferId, :tenant, 'COLLECTED', 'DIRECT', 'PAYOUT', :reference, :reference)""")
                .bind("transferId", transferId)
                .bind("tenant", tenant)
                .bind("reference", UUID.randomUUID())
                .execute();
        return transferId;
    }

    private void entry(Handle sql, UUID transferId, String side, long amount) {
        sql.createUpdate("""
                        insert into ledger_entry (transfer_id, tenant, account, side, amount)
                        values (:transferId, :tenant, 'REVENUE', :side, :amount)""")
                .bind("transferId", transferId)
                .bind("tenant", tenant)
                .bind("side", side)
                .bind("amount", amount)
                .execute();
    }
}
