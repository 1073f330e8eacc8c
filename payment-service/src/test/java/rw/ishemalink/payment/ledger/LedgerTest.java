package rw.ishemalink.payment.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.payment.PaymentParts;

/** The books on a real database, which refuses what would put them out of order. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class LedgerTest {

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Ledger ledger;

    private final String tenant = "tenant-" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void any_sequence_of_sales_late_money_and_refunds_balances_and_every_account_is_right(long seed) {
        Random random = new Random(seed);
        Map<Account, Long> expected = new EnumMap<>(Account.class);
        for (int i = 0; i < 30; i++) {
            unitOfWork.run(tx -> history(random).forEach(transfer -> {
                ledger.post(tx.sql(), tenant, payment(tx), transfer);
                transfer.entries().forEach(entry -> expected.merge(entry.account(), entry.signed(), Long::sum));
            }));
        }
        Balance balance = unitOfWork.read(sql -> ledger.balance(sql, tenant));
        assertThat(balance.difference()).isZero();
        assertThat(balance.debits()).isEqualTo(balance.credits()).isPositive();
        assertThat(balance.accounts().stream()
                        .collect(Collectors.toMap(Balance.AccountBalance::account, Balance.AccountBalance::balance)))
                .isEqualTo(expected);
    }

    /** What one payment may leave in the books. */
    private static List<Transfer> history(Random random) {
        UUID reference = UUID.randomUUID();
        long total = 1 + random.nextLong(2_000_000);
        long vat = random.nextBoolean() ? Math.round(total * 18.0 / 118) : 0;
        Account clearing = Account.PAYER_CLEARING_MTN;
        Transfer sold = Postings.collected(reference, clearing, total, Math.min(vat, total - 1));
        Transfer owed = Postings.refundOwed(reference, total, Math.min(vat, total - 1));
        Transfer late = Postings.collectedLate(reference, clearing, total);
        Transfer back = Postings.refundPaid(reference, clearing, total);
        return switch (random.nextInt(5)) {
            case 0 -> List.of(sold);
            case 1 -> List.of(sold, owed);
            case 2 -> List.of(sold, owed, back);
            case 3 -> List.of(late);
            default -> List.of(late, back);
        };
    }

    @Test
    void a_transfer_that_does_not_balance_is_refused_by_the_database() {
        assertRefused("a difference of", tx -> {
            UUID transfer = transfer(tx);
            entry(tx, transfer, "DEBIT", 100);
            entry(tx, transfer, "CREDIT", 99);
        });
        assertRefused("a difference of", tx -> transfer(tx));
        assertThat(unitOfWork.read(sql -> ledger.balance(sql, tenant)).debits()).isZero();
    }

    @Test
    void what_is_written_is_neither_changed_nor_deleted_nor_added_to() {
        UUID transfer = unitOfWork.call(tx -> {
            UUID id = transfer(tx);
            entry(tx, id, "DEBIT", 100);
            entry(tx, id, "CREDIT", 100);
            return id;
        });
        for (String change : List.of(
                "update ledger_entry set amount = amount + 1",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "update ledger_transfer set kind = 'REFUND_PAID'",
                "delete from ledger_transfer")) {
            assertRefused("append-only", tx -> tx.sql().execute(change));
        }
        assertRefused("was closed by the transaction", tx -> {
            entry(tx, transfer, "DEBIT", 5);
            entry(tx, transfer, "CREDIT", 5);
        });
    }

    @Test
    void one_movement_is_never_posted_twice() {
        Transfer sold = Postings.collected(UUID.randomUUID(), Account.PAYER_CLEARING_MTN, 1_180, 180);
        unitOfWork.run(tx -> ledger.post(tx.sql(), tenant, payment(tx), sold));
        assertThatThrownBy(() -> unitOfWork.run(tx -> ledger.post(tx.sql(), tenant, payment(tx), sold)))
                .hasStackTraceContaining("ledger_transfer_reference_kind_key");
    }

    @Test
    void an_auditor_sees_the_books_of_the_own_tenant_only() {
        unitOfWork.run(tx -> ledger.post(
                tx.sql(),
                tenant,
                payment(tx),
                Postings.collected(UUID.randomUUID(), Account.PAYER_CLEARING_MTN, 1_180, 180)));
        given().auth()
                .oauth2(TestToken.of(Role.AUDITOR).tenant(tenant).sign())
                .get("/api/payments/ledger/balance")
                .then()
                .statusCode(200)
                .body("debits", equalTo(1_180))
                .body("credits", equalTo(1_180))
                .body("difference", equalTo(0))
                .body("accounts.find { it.account == 'VAT_PAYABLE' }.balance", equalTo(-180));
        given().auth()
                .oauth2(TestToken.of(Role.AUDITOR).tenant("nobody").sign())
                .get("/api/payments/ledger/balance")
                .then()
                .statusCode(200)
                .body("debits", equalTo(0));
    }

    private void assertRefused(String because, Consumer<Tx> work) {
        assertThatThrownBy(() -> unitOfWork.run(work)).hasStackTraceContaining(because);
    }

    private UUID transfer(Tx tx) {
        UUID transferId = UUID.randomUUID();
        tx.sql()
                .createUpdate("""
                        insert into ledger_transfer (transfer_id, tenant, kind, payment_id, reference)
                        values (:transferId, :tenant, 'COLLECTED', :paymentId, :reference)""")
                .bind("transferId", transferId)
                .bind("tenant", tenant)
                .bind("paymentId", payment(tx))
                .bind("reference", UUID.randomUUID())
                .execute();
        return transferId;
    }

    private void entry(Tx tx, UUID transferId, String side, long amount) {
        tx.sql()
                .createUpdate("""
                        insert into ledger_entry (transfer_id, tenant, account, side, amount)
                        values (:transferId, :tenant, 'REVENUE', :side, :amount)""")
                .bind("transferId", transferId)
                .bind("tenant", tenant)
                .bind("side", side)
                .bind("amount", amount)
                .execute();
    }

    /** A finished payment, which no worker touches. */
    private UUID payment(Tx tx) {
        UUID paymentId = UUID.randomUUID();
        tx.sql()
                .createUpdate("""
                        insert into payment (payment_id, tenant, booking_id, tracking_code, sender_id, payer_phone,
                               provider, total, vat, currency, correlation_id, expires_at, status, version, attempts,
                               latest_reference)
                        values (:paymentId, :tenant, gen_random_uuid(), 'ISH-7K3M9QXA', gen_random_uuid(),
                               '250788123456', 'MTN', 100, 10, 'RWF', 'c', now(), 'CANCELLED', 1, 1,
                               gen_random_uuid())""")
                .bind("paymentId", paymentId)
                .bind("tenant", tenant)
                .execute();
        return paymentId;
    }
}
