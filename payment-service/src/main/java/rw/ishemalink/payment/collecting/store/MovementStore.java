package rw.ishemalink.payment.collecting.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import rw.ishemalink.kit.outbox.Columns;
import rw.ishemalink.payment.collecting.Movement;
import rw.ishemalink.payment.collecting.MovementRules.Step;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.NewRefund;
import rw.ishemalink.payment.collecting.Payment;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.Wallet;
import rw.ishemalink.payment.config.PaymentConfig;

/** Movements in the database. */
@ApplicationScoped
public class MovementStore {

    private static final String INSERT_ATTEMPT = """
            insert into movement (reference, payment_id, tenant, kind, number, provider, phone, status, next_poll_at)
            values (:reference, :paymentId, :tenant, 'COLLECTION', :number, :provider, :phone, 'CREATED', now())""";

    /** A refund that is to be written, to the wallet that paid: sealed anew, for a value opens in its own row only. */
    private record Refund(UUID reference, NewRefund wanted, String phone) {}

    private static final Columns<Refund> REFUNDS = new Columns<Refund>()
            .with("refund", "uuid", Refund::reference)
            .with("attempt", "uuid", one -> one.wanted().attempt())
            .with("refund_number", "int", one -> one.wanted().number())
            .with("refund_phone", "text", Refund::phone)
            .with("pause_millis", "bigint", one -> one.wanted().pause().toMillis());

    private static final String INSERT_REFUNDS = """
            insert into movement (reference, payment_id, tenant, kind, number, provider, phone, refund_of, status,
                                  next_poll_at)
            select refund, payment_id, tenant, 'REFUND', refund_number, provider, refund_phone, reference, 'CREATED',
                   now() + pause_millis * interval '1 millisecond'
              from movement join\s""" + REFUNDS.relation("wanted") + " on reference = attempt";

    private static final String LEAVE_BEHIND = """
            update movement set left_behind = true, next_poll_at = now()
             where reference = :reference and status in ('CREATED', 'UNKNOWN')""";

    private static final String SELECT = """
            select m.*, (select c.transaction_id from movement c where c.reference = m.refund_of) as refunded_id,
                   coalesce(m.sent_at < now() - :forgetMillis * interval '1 millisecond', false) as forgotten
              from movement m\s""";

    private static final String LOCK =
            SELECT + "where m.reference = any(:references) order by m.reference for no key update of m";

    private static final Leases LEASES =
            new Leases("movement", "%1$s in ('SUCCEEDED', 'SURPLUS') or (kind = 'REFUND' and %1$s = 'FAILED')");

    private static final String OTHER_OPEN_REFUNDS = """
            select exists (select from movement
                            where payment_id = :paymentId and kind = 'REFUND' and reference <> :reference
                              and status in ('CREATED', 'UNKNOWN', 'PROMPTED'))""";

    private final WalletSeal seal;
    private final PaymentConfig config;

    MovementStore(WalletSeal seal, PaymentConfig config) {
        this.seal = seal;
        this.config = config;
    }

    /** Records the payment's latest attempt before anything is sent; it is due at once. */
    public void insertAttempt(Handle sql, Payment payment, Wallet wallet) {
        sql.createUpdate(INSERT_ATTEMPT)
                .bind("reference", payment.latestReference())
                .bind("paymentId", payment.paymentId())
                .bind("tenant", payment.terms().tenant())
                .bind("number", payment.attempts())
                .bind("provider", wallet.provider().name())
                .bind("phone", seal.seal(WalletSeal.MOVEMENT, payment.latestReference(), wallet.phone()))
                .execute();
    }

    /** Records refunds before anything is sent. */
    public void insertRefunds(Handle sql, List<NewRefund> refunds) {
        Map<UUID, Msisdn> phones = phones(sql, refunds);
        List<Refund> prepared =
                refunds.stream().map(wanted -> refund(wanted, phones)).toList();
        REFUNDS.bindTo(sql.createUpdate(INSERT_REFUNDS), prepared).execute();
    }

    /** The payer goes on with another wallet: this attempt is not sent any more, only asked about. */
    public void leaveBehind(Handle sql, UUID attempt) {
        sql.createUpdate(LEAVE_BEHIND).bind("reference", attempt).execute();
    }

    /** Movements at that provider that are due and that no other worker holds, locked. */
    public List<Movement> listDueLocked(Handle sql, Provider provider, int limit) {
        return LEASES.listDueLocked(sql, SELECT, provider, limit, this::movement, config.forgetAfter());
    }

    /** Leaves the movements to one worker for a while. From here on an order that is to be sent counts as sent. */
    public void claim(Handle sql, Map<UUID, Step> steps) {
        LEASES.claim(sql, steps, config.claimFor());
    }

    /** The movements, locked; their payments are locked before. */
    public List<Movement> listLocked(Handle sql, Collection<UUID> references) {
        return sql.createQuery(LOCK)
                .bindArray("references", UUID.class, references)
                .bind("forgetMillis", config.forgetAfter().toMillis())
                .map(this::movement)
                .list();
    }

    /** Writes what is now known of movements that are locked, and frees their claims. */
    public void record(Handle sql, List<Leases.Known> known) {
        LEASES.record(sql, known);
    }

    /**
     * Someone says that there is news of these; nothing else is taken from it. A failed attempt is asked about again, for
     * its money may have come after all; a failed refund is not, for another one has taken its place. Answers which of
     * them there are.
     */
    public Set<UUID> hint(Handle sql, Collection<UUID> references) {
        return LEASES.hint(sql, references);
    }

    /** All attempts and refunds of a payment, oldest first. */
    public List<Movement> listByPayment(Handle sql, UUID paymentId) {
        return sql.createQuery(SELECT + "where m.payment_id = :paymentId order by m.created_at, m.number")
                .bind("paymentId", paymentId)
                .bind("forgetMillis", config.forgetAfter().toMillis())
                .map(this::movement)
                .list();
    }

    /** Whether another refund of the payment is not decided yet. */
    public boolean hasOtherOpenRefund(Handle sql, Movement refund) {
        return sql.createQuery(OTHER_OPEN_REFUNDS)
                .bind("paymentId", refund.paymentId())
                .bind("reference", refund.reference())
                .mapTo(Boolean.class)
                .one();
    }

    /** The payment that the movement belongs to. */
    public Optional<UUID> findPaymentId(Handle sql, UUID reference) {
        return sql.createQuery("select payment_id from movement where reference = :reference")
                .bind("reference", reference)
                .mapTo(UUID.class)
                .findOne();
    }

    /** A refund gets a version 4 UUID, as MTN demands. */
    private Refund refund(NewRefund wanted, Map<UUID, Msisdn> phones) {
        UUID reference = UUID.randomUUID();
        Msisdn phone = Objects.requireNonNull(phones.get(wanted.attempt()), "a refund of an attempt that is not there");
        return new Refund(reference, wanted, seal.seal(WalletSeal.MOVEMENT, reference, phone));
    }

    private Map<UUID, Msisdn> phones(Handle sql, List<NewRefund> refunds) {
        return sql
                .createQuery("select reference, phone from movement where reference = any(:attempts)")
                .bindArray(
                        "attempts",
                        UUID.class,
                        refunds.stream().map(NewRefund::attempt).toList())
                .map((row, _) -> {
                    UUID reference = row.getObject("reference", UUID.class);
                    return Map.entry(reference, seal.open(WalletSeal.MOVEMENT, reference, row));
                })
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Movement movement(ResultSet row, StatementContext context) throws SQLException {
        return MovementRow.movement(seal, row);
    }
}
