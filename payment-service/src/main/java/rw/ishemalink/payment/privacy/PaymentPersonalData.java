package rw.ishemalink.payment.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.privacy.Erasure;
import rw.ishemalink.kit.privacy.PersonalData;
import rw.ishemalink.kit.privacy.PersonalSet;
import rw.ishemalink.payment.collecting.store.WalletSeal;

/** Who paid and was paid, from and to which phone. */
@ApplicationScoped
class PaymentPersonalData implements PersonalData {

    private static final String KEPT_BECAUSE =
            "Law 020/2023 (tax procedures): payments and ledger, by id and amount; without phones";

    private static final String OPEN_PAYMENTS = """
            select exists (select from payment where tenant = :tenant and sender_id = :personId
                              and status in ('PENDING', 'REFUNDING'))
                or exists (select from movement join payment using (payment_id)
                            where payment.tenant = :tenant and sender_id = :personId
                              and movement.next_poll_at is not null and movement.status in ('CREATED', 'UNKNOWN', 'PROMPTED'))
                or exists (select from payout where tenant = :tenant and account = 'DRIVER_PAYABLE' and party = :personId
                              and status in ('CREATED', 'UNKNOWN', 'PROMPTED'))""";

    private static final String DEBTS = """
            select exists (select from ledger_account
                            where tenant = :tenant and account = 'DRIVER_PAYABLE' and party = :personId
                              and (debits_posted <> credits_posted or debits_pending <> 0 or credits_pending <> 0))""";

    private static final List<String> ERASE = List.of(
            """
            update movement set phone = null
             where phone is not null and payment_id in (select payment_id from payment
                                                         where tenant = :tenant and sender_id = :personId)""",
            "update payment set payer_phone = null"
                    + " where tenant = :tenant and sender_id = :personId and payer_phone is not null",
            "update payout set phone = null where tenant = :tenant and account = 'DRIVER_PAYABLE' and party = :personId"
                    + " and phone is not null",
            "update wallet_change set phone = null where tenant = :tenant and account = 'DRIVER_PAYABLE'"
                    + " and party = :personId and phone is not null");

    private static final String COUNT_KEPT = """
            select (select count(*) from payment where tenant = :tenant and sender_id = :personId)
                 + (select count(*) from payout where tenant = :tenant and party = :personId)""";

    @Override
    public List<PersonalSet> sets() {
        return List.of(
                new PersonalSet(
                        "payments",
                        "payment_id",
                        "select payment_id, booking_id, tracking_code, payer_phone, provider, total, vat, currency, status,"
                                + " transaction_id, succeeded_at, created_at from payment"
                                + " where tenant = :tenant and sender_id = :personId",
                        List.of(WalletSeal.PAYER)),
                new PersonalSet(
                        "attempts",
                        "reference",
                        "select reference, payment_id, kind, number, movement.provider, phone, movement.status,"
                                + " movement.transaction_id, movement.created_at from movement join payment using (payment_id)"
                                + " where payment.tenant = :tenant and sender_id = :personId",
                        List.of(WalletSeal.MOVEMENT)),
                new PersonalSet(
                        "payouts",
                        "reference",
                        "select reference, amount, provider, phone, status, transaction_id, created_at, decided_at from payout"
                                + " where tenant = :tenant and account = 'DRIVER_PAYABLE' and party = :personId",
                        List.of(WalletSeal.PAYOUT)),
                new PersonalSet(
                        "wallets",
                        "change_id",
                        "select change_id, provider, phone, changed_at, usable_from from wallet_change"
                                + " where tenant = :tenant and account = 'DRIVER_PAYABLE' and party = :personId",
                        List.of(WalletSeal.PAYEE)),
                PersonalSet.of(
                        "balances",
                        "account_id",
                        "select account_id, account, debits_posted, credits_posted from ledger_account"
                                + " where tenant = :tenant and party = :personId"));
    }

    @Override
    public Optional<String> findObstacle(Handle sql, String tenant, UUID personId) {
        if (isTrue(sql, OPEN_PAYMENTS, tenant, personId)) {
            return Optional.of("open-payments");
        }
        return isTrue(sql, DEBTS, tenant, personId) ? Optional.of("debts") : Optional.empty();
    }

    @Override
    public Erasure erase(Tx tx, String tenant, UUID personId) {
        long erased = ERASE.stream()
                .mapToLong(statement -> tx.sql()
                        .createUpdate(statement)
                        .bind("tenant", tenant)
                        .bind("personId", personId)
                        .execute())
                .sum();
        long kept = tx.sql()
                .createQuery(COUNT_KEPT)
                .bind("tenant", tenant)
                .bind("personId", personId)
                .mapTo(Long.class)
                .one();
        return Erasure.keeping(erased, kept, KEPT_BECAUSE);
    }

    private static boolean isTrue(Handle sql, String query, String tenant, UUID personId) {
        return sql.createQuery(query)
                .bind("tenant", tenant)
                .bind("personId", personId)
                .mapTo(Boolean.class)
                .one();
    }
}
