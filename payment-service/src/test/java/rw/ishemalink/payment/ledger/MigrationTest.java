package rw.ishemalink.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.local.parts.JdbcAccess;

/** Books that were kept before transfers had subjects and seals. */
class MigrationTest {

    private final JdbcAccess access = SharedParts.createDatabase();
    private final UUID paymentId = UUID.randomUUID();

    @Test
    void what_was_booked_before_keeps_its_payment_is_sealed_and_counts() {
        migrate("2");
        Jdbi.create(access.url(), access.user(), access.password()).useTransaction(this::book);

        LedgerDatabase database = new LedgerDatabase(access);
        assertThat(database.balance("ishemalink").debits()).isEqualTo(11_800);
        database.sealAll();

        assertThat(database.verify("ishemalink").findings()).isEmpty();
        assertThat(database.verify("ishemalink").sealed()).isEqualTo(1);
        assertThat(database.counters("ishemalink", Account.REVENUE).balance()).isEqualTo(-10_000);
        assertThat(database.jdbi.<String, RuntimeException>withHandle(sql -> sql.createQuery(
                                "select subject || ' ' || subject_id || ' ' || payment_id || ' ' || phase from ledger_transfer")
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("PAYMENT " + paymentId + " " + paymentId + " DIRECT");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(access.url(), access.user(), access.password())
                .locations("db/kit", "db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private void book(Handle sql) {
        UUID transferId = UUID.randomUUID();
        sql.execute("""
                insert into payment (payment_id, tenant, booking_id, tracking_code, sender_id, payer_phone, provider, total,
                                     vat, currency, correlation_id, expires_at, status, version, attempts,
                                     latest_reference)
                values (?, 'ishemalink', gen_random_uuid(), 'ISH-7K3M9QXA', gen_random_uuid(), '250788123456', 'MTN', 11800,
                        1800, 'RWF', 'c', now(), 'CANCELLED', 1, 1, gen_random_uuid())""", paymentId);
        sql.execute("""
                insert into ledger_transfer (transfer_id, tenant, kind, payment_id, reference)
                values (?, 'ishemalink', 'COLLECTED', ?, gen_random_uuid())""", transferId, paymentId);
        sql.execute("""
                insert into ledger_entry (transfer_id, tenant, account, side, amount)
                values (?, 'ishemalink', 'PAYER_CLEARING_MTN', 'DEBIT', 11800),
                       (?, 'ishemalink', 'REVENUE', 'CREDIT', 10000), (?, 'ishemalink', 'VAT_PAYABLE', 'CREDIT', 1800)""", transferId, transferId, transferId);
    }
}
