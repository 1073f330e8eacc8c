package rw.ishemalink.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static rw.ishemalink.payment.ledger.Account.DRIVER_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.PAYER_CLEARING_MTN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.chain.Seal;
import rw.ishemalink.payment.ledger.seal.Finding;
import rw.ishemalink.payment.ledger.seal.Finding.Kind;
import rw.ishemalink.payment.ledger.seal.Verification;
import rw.ishemalink.payment.ledger.seal.Verifier.Noted;

/** What the owner of the database can do to the books with every trigger switched off, and that it is seen. */
class TamperingTest {

    private static final LedgerDatabase DATABASE = new LedgerDatabase();
    private static final int TRANSFERS = 8;

    private final String tenant = "tenant-" + UUID.randomUUID();
    private final UUID driver = UUID.randomUUID();
    private final List<UUID> transfers = new ArrayList<>();

    @BeforeEach
    void book() {
        for (int i = 1; i <= TRANSFERS; i++) {
            transfers.add(post(i * 100L));
        }
        DATABASE.sealAll();
        assertThat(DATABASE.verify(tenant)).satisfies(books -> {
            assertThat(books.intact()).isTrue();
            assertThat(books.sealed()).isEqualTo(TRANSFERS);
            assertThat(books.end().sequence()).isEqualTo(TRANSFERS);
        });
    }

    @Test
    void a_changed_amount_is_found_where_it_was_changed_and_only_there() {
        tamper(
                "update ledger_entry set amount = amount + 1 where transfer_id = ? and account <> 'COMMISSION'",
                transfers.get(2));
        assertThat(found(Kind.CHANGED)).containsExactly(3L);
        assertThat(kinds()).contains(Kind.TOTAL_WRONG).doesNotContain(Kind.UNBALANCED);
    }

    @Test
    void a_changed_amount_of_one_side_is_unbalanced_too() {
        tamper(
                "update ledger_entry set amount = amount + 1 where transfer_id = ? and side = 'DEBIT'",
                transfers.get(2));
        assertThat(found(Kind.CHANGED)).containsExactly(3L);
        assertThat(found(Kind.UNBALANCED)).containsExactly(3L);
    }

    @Test
    void a_franc_out_of_nothing_is_an_imbalance() {
        long before = imbalance();
        tamper(
                "update ledger_account set credits_posted = credits_posted + 1"
                        + " where party is null and (tenant, account) ="
                        + " (select tenant, account from ledger_entry where transfer_id = ? limit 1)",
                transfers.get(0));
        assertThat(imbalance()).isEqualTo(before + 1);
    }

    private static long imbalance() {
        return DATABASE.jdbi.withHandle(DATABASE.balances::imbalance);
    }

    @Test
    void money_moved_to_another_driver_is_found() {
        tamper(
                "update ledger_entry set party = gen_random_uuid() where transfer_id = ? and party is not null",
                transfers.get(4));
        assertThat(found(Kind.CHANGED)).containsExactly(5L);
    }

    @Test
    void a_transfer_about_something_else_or_of_another_time_is_found() {
        tamper("update ledger_transfer set subject_id = gen_random_uuid() where transfer_id = ?", transfers.get(0));
        tamper("update ledger_transfer set reference = gen_random_uuid() where transfer_id = ?", transfers.get(1));
        tamper(
                "update ledger_transfer set posted_at = posted_at - interval '1 day' where transfer_id = ?",
                transfers.get(2));
        tamper("update ledger_transfer set reason = '' where transfer_id = ?", transfers.get(3));
        tamper("update ledger_transfer set tenant = 'another' where transfer_id = ?", transfers.get(4));
        tamper("update ledger_entry set tenant = 'another' where transfer_id = ?", transfers.get(5));
        tamper(
                "update ledger_seal set sealed_at = sealed_at + interval '1 microsecond' where transfer_id = ?",
                transfers.get(6));
        assertThat(found(Kind.CHANGED)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void an_entry_added_to_a_sealed_transfer_is_found() {
        tamper("""
                insert into ledger_entry (transfer_id, tenant, account, side, amount)
                select transfer_id, tenant, 'COMMISSION', unnest(array['DEBIT', 'CREDIT']), 7
                  from ledger_transfer where transfer_id = ?""", transfers.get(3));
        assertThat(found(Kind.CHANGED)).containsExactly(4L);
    }

    @Test
    void a_removed_transfer_is_found() {
        tamper("delete from ledger_transfer where transfer_id = ?", transfers.get(3));
        assertThat(found(Kind.REMOVED)).containsExactly(4L);
    }

    @Test
    void a_transfer_removed_together_with_its_seal_is_found() {
        remove(transfers.get(3));
        assertThat(found(Kind.REMOVED)).containsExactly(5L);
    }

    @Test
    void the_last_transfer_removed_together_with_its_seal_is_found() {
        remove(transfers.getLast());
        assertThat(found(Kind.END_MOVED)).containsExactly(TRANSFERS - 1L);
    }

    @Test
    void a_transfer_removed_with_its_seal_and_the_gap_closed_is_found() {
        remove(transfers.get(3));
        tamper("update ledger_seal set sequence = sequence - 1 where tenant = ? and sequence > 4", tenant);
        assertThat(found(Kind.CHANGED)).containsExactly(4L, 5L, 6L, 7L);
        assertThat(found(Kind.END_MOVED)).hasSize(1);
    }

    @Test
    void a_removed_end_is_found_by_whoever_noted_it_even_if_all_else_was_put_right() {
        Seal noted = DATABASE.verify(tenant).end();
        remove(transfers.getLast());
        tamper(
                "delete from ledger_line where sequence = 8 and account_id in (select account_id from ledger_account where tenant = ?)",
                tenant);
        tamper("""
                update ledger_chain c set sequence = s.sequence, hash = s.hash, sealed_at = s.sealed_at
                  from ledger_seal s where c.tenant = ? and s.tenant = c.tenant and s.sequence = 7""", tenant);
        tamper("""
                update ledger_account a
                   set debits_posted = l.debits_posted, credits_posted = l.credits_posted
                  from (select distinct on (account_id) * from ledger_line order by account_id, sequence desc, entry_id desc) l
                 where a.tenant = ? and l.account_id = a.account_id""", tenant);
        assertThat(DATABASE.verify(tenant).intact()).isTrue();
        assertThat(verify(noted).findings()).extracting(Finding::kind).containsExactly(Kind.NOT_AS_NOTED);
    }

    @Test
    void a_noted_place_is_confirmed_while_the_books_grow() {
        Seal noted = DATABASE.verify(tenant).end();
        post(5);
        DATABASE.sealAll();
        assertThat(verify(noted).intact()).isTrue();
        assertThat(verify(new Seal(noted.sequence(), "f".repeat(64), noted.sealedAt()))
                        .findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.NOT_AS_NOTED);
    }

    @Test
    void an_inserted_transfer_is_found_with_and_without_a_place() {
        UUID inserted = UUID.randomUUID();
        insert(inserted);
        assertThat(DATABASE.verify(tenant).findings())
                .extracting(Finding::kind, Finding::transferId)
                .containsExactly(tuple(Kind.INSERTED, inserted));

        tamper("update ledger_seal set sequence = 9 where tenant = ? and sequence = 8", tenant);
        DATABASE.tamper(sql -> sql.execute("""
                insert into ledger_seal (tenant, sequence, transfer_id, hash, sealed_at)
                values (?, 8, ?, sha256('guessed'), now())""", tenant, inserted));
        assertThat(found(Kind.CHANGED)).containsExactly(8L, 9L);
    }

    @Test
    void an_entry_of_no_transfer_is_found() {
        tamper("""
                insert into ledger_entry (transfer_id, tenant, account, side, amount)
                values (gen_random_uuid(), ?, 'REVENUE', 'CREDIT', 5)""", tenant);
        assertThat(kinds()).containsExactly(Kind.INSERTED);
    }

    @Test
    void a_changed_order_is_found() {
        DATABASE.tamper(sql -> {
            sql.execute("update ledger_seal set sequence = 1002 where tenant = ? and sequence = 2", tenant);
            sql.execute("update ledger_seal set sequence = 2 where tenant = ? and sequence = 6", tenant);
            sql.execute("update ledger_seal set sequence = 6 where tenant = ? and sequence = 1002", tenant);
        });
        assertThat(found(Kind.CHANGED)).contains(2L, 6L);
    }

    @Test
    void a_transfer_that_waits_for_its_seal_cannot_vanish_unseen() {
        UUID waiting = post(77);
        assertThat(DATABASE.verify(tenant).waiting()).isEqualTo(1);
        tamper("delete from ledger_unsealed where transfer_id = ?", waiting);
        assertThat(kinds()).containsExactly(Kind.INSERTED);
        UUID gone = post(78);
        tamper("delete from ledger_transfer where transfer_id = ?", gone);
        assertThat(kinds()).contains(Kind.REMOVED);
    }

    @Test
    void a_made_up_total_or_statement_line_is_found() {
        tamper("update ledger_account set credits_posted = credits_posted + 1000 where party = ?", driver);
        assertThat(kinds()).containsExactly(Kind.TOTAL_WRONG);
        tamper("""
                update ledger_line set credits_posted = credits_posted + 1000
                 where account_id = (select account_id from ledger_account where party = ?)""", driver);
        assertThat(found(Kind.TOTAL_WRONG)).contains(1L, 8L);
    }

    @Test
    void one_tenants_tampering_is_not_another_ones_finding() {
        String other = "tenant-" + UUID.randomUUID();
        DATABASE.jdbi.useTransaction(sql -> DATABASE.ledger.post(
                sql, other, Subject.payout(driver), Postings.providerFee(UUID.randomUUID(), PAYER_CLEARING_MTN, 5)));
        DATABASE.sealAll();
        tamper("update ledger_entry set amount = amount + 1 where transfer_id = ?", transfers.get(2));
        assertThat(DATABASE.verify(other).intact()).isTrue();
    }

    private UUID post(long amount) {
        return DATABASE.jdbi.inTransaction(sql -> DATABASE.ledger.post(
                sql,
                tenant,
                Subject.booking(UUID.randomUUID()),
                Postings.shareEarned(UUID.randomUUID(), DRIVER_PAYABLE, driver, amount, 3 * amount)));
    }

    private void insert(UUID transferId) {
        DATABASE.tamper(sql -> {
            sql.execute("""
                    insert into ledger_transfer (transfer_id, tenant, kind, phase, subject, subject_id, reference)
                    values (?, ?, 'PAYOUT', 'DIRECT', 'PAYOUT', gen_random_uuid(), gen_random_uuid())""", transferId, tenant);
            sql.execute("""
                    insert into ledger_entry (transfer_id, tenant, account, side, amount)
                    values (?, ?, 'REVENUE', 'DEBIT', 9), (?, ?, 'PAYER_CLEARING_MTN', 'CREDIT', 9)""", transferId, tenant, transferId, tenant);
        });
    }

    private void remove(UUID transferId) {
        for (String table : List.of("ledger_seal", "ledger_entry", "ledger_transfer")) {
            tamper("delete from " + table + " where transfer_id = ?", transferId);
        }
    }

    private void tamper(String change, Object argument) {
        Consumer<Handle> work = sql -> sql.execute(change, argument);
        DATABASE.tamper(work);
    }

    private Verification verify(Seal noted) {
        return DATABASE.jdbi.inTransaction(
                sql -> DATABASE.verifier.verify(sql, tenant, Optional.of(new Noted(noted.sequence(), noted.hash()))));
    }

    private List<Kind> kinds() {
        return DATABASE.verify(tenant).findings().stream()
                .map(Finding::kind)
                .distinct()
                .toList();
    }

    private List<Long> found(Kind kind) {
        return DATABASE.verify(tenant).findings().stream()
                .filter(finding -> finding.kind() == kind)
                .map(Finding::sequence)
                .toList();
    }
}
