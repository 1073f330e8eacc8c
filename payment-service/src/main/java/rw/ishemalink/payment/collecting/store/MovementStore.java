package rw.ishemalink.payment.collecting.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Movement;
import rw.ishemalink.payment.collecting.MovementKind;
import rw.ishemalink.payment.collecting.MovementRules.Step;
import rw.ishemalink.payment.config.PaymentConfig;

/** Movements in the database. */
@ApplicationScoped
public class MovementStore {

    private static final String INSERT = """
            insert into movement (reference, payment_id, tenant, kind, number, refund_of, status, next_poll_at)
            values (:reference, :paymentId, :tenant, :kind, :number, :refundOf, 'CREATED',
                    now() + :pauseMillis * interval '1 millisecond')""";

    private static final String SELECT = """
            select m.*, coalesce(m.sent_at < now() - :forgetMillis * interval '1 millisecond', false) as forgotten
              from movement m\s""";

    private static final String DUE = SELECT + """
             where m.next_poll_at <= now() and (m.claimed_until is null or m.claimed_until <= now())
             order by m.next_poll_at limit :limit for update skip locked""";

    private static final String CLAIM = """
            update movement
               set tries = tries + 1, claimed_at = now(),
                   claimed_until = now() + :claimMillis * interval '1 millisecond',
                   status = case when :sends then 'UNKNOWN' else status end,
                   sent_at = case when :maySend then now() else sent_at end
             where reference = :reference""";

    /** A callback that came while the question was under way may know more than the answer: ask again at once. */
    private static final String RECORD = """
            update movement
               set status = :status, transaction_id = :transactionId, reason = :reason, claimed_until = null,
                   next_poll_at = case when :status in ('SUCCEEDED', 'SURPLUS')
                                         or (kind = 'REFUND' and :status = 'FAILED') then null
                                       when hinted_at > claimed_at then now()
                                       when :pauseMillis::bigint is null then null
                                       else now() + :pauseMillis::bigint * interval '1 millisecond' end
             where reference = :reference""";

    private static final String HINT = """
            update movement
               set hinted_at = now(),
                   next_poll_at = case when status in ('SUCCEEDED', 'SURPLUS') or (kind = 'REFUND' and status = 'FAILED')
                                       then null else now() end
             where reference = :reference""";

    private static final String OTHER_OPEN_REFUNDS = """
            select exists (select from movement
                            where payment_id = :paymentId and kind = 'REFUND' and reference <> :reference
                              and status in ('CREATED', 'UNKNOWN', 'PROMPTED'))""";

    private final PaymentConfig config;

    MovementStore(PaymentConfig config) {
        this.config = config;
    }

    /** Records a movement before anything is sent; it is due after the pause. */
    public void insert(
            Handle sql,
            UUID reference,
            UUID paymentId,
            String tenant,
            MovementKind kind,
            int number,
            @Nullable UUID refundOf,
            Duration pause) {
        sql.createUpdate(INSERT)
                .bind("reference", reference)
                .bind("paymentId", paymentId)
                .bind("tenant", tenant)
                .bind("kind", kind.name())
                .bind("number", number)
                .bind("refundOf", refundOf)
                .bind("pauseMillis", pause.toMillis())
                .execute();
    }

    /** Movements that are due and that no other worker holds, locked. */
    public List<Movement> listDueLocked(Handle sql, int limit) {
        return sql.createQuery(DUE)
                .bind("limit", limit)
                .bind("forgetMillis", config.forgetAfter().toMillis())
                .map(MovementRow::movement)
                .list();
    }

    /** Leaves the movement to one worker for a while. From here on an order that is to be sent counts as sent. */
    public void claim(Handle sql, Movement movement, Step step) {
        sql.createUpdate(CLAIM)
                .bind("reference", movement.reference())
                .bind("sends", step == Step.SEND)
                .bind("maySend", step == Step.SEND || step == Step.ASK_OR_RESEND)
                .bind("claimMillis", config.claimFor().toMillis())
                .execute();
    }

    /** The movement, locked; its payment is locked before. */
    public Movement getLocked(Handle sql, UUID reference) {
        return sql.createQuery(SELECT + "where m.reference = :reference for update")
                .bind("reference", reference)
                .bind("forgetMillis", config.forgetAfter().toMillis())
                .map(MovementRow::movement)
                .one();
    }

    /**
     * Writes what is now known and frees the claim.
     *
     * @param pause until it is asked for again; empty when there is nothing more to ask
     */
    public void record(Handle sql, Movement movement, Optional<Duration> pause) {
        sql.createUpdate(RECORD)
                .bind("reference", movement.reference())
                .bind("status", MovementRow.status(movement.state()))
                .bind("transactionId", MovementRow.transactionId(movement.state()))
                .bind("reason", MovementRow.reason(movement.state()))
                .bind("pauseMillis", pause.map(Duration::toMillis).orElse(null))
                .execute();
    }

    /**
     * Someone says that there is news; nothing else is taken from it. A failed attempt is asked about again, for its
     * money may have come after all; a failed refund is not, for another one has taken its place. False when no movement
     * has the reference.
     */
    public boolean hint(Handle sql, UUID reference) {
        return sql.createUpdate(HINT).bind("reference", reference).execute() == 1;
    }

    /** All attempts and refunds of a payment, oldest first. */
    public List<Movement> listByPayment(Handle sql, UUID paymentId) {
        return sql.createQuery(SELECT + "where m.payment_id = :paymentId order by m.created_at, m.number")
                .bind("paymentId", paymentId)
                .bind("forgetMillis", config.forgetAfter().toMillis())
                .map(MovementRow::movement)
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
}
