package rw.ishemalink.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.notification.message.EndedMessage;
import rw.ishemalink.schemas.notification.NotificationChange;

/** Takes providers' reports; a message is reported on once, whatever comes after. */
@ApplicationScoped
public class DeliveryReports {

    private static final String APPLY = """
            update message set status = :status, reason = :reason
             where provider = :provider and provider_reference = :reference and status = 'SENT'
            returning %s""".formatted(EndedMessage.COLUMNS);

    private static final String IS_KNOWN = """
            select exists (select from message
                            where provider = :provider and provider_reference = :reference
                              and status in ('DELIVERED', 'UNDELIVERED'))""";

    private static final String KEEP_EARLY = """
            insert into early_report (provider, reference, delivered, reason)
            values (:provider, :reference, :delivered, :reason)
            on conflict (provider, reference) do nothing""";

    private static final String TAKE_EARLY = """
            delete from early_report where provider = :provider and reference = :reference
            returning delivered, reason""";

    private record Early(boolean delivered, @Nullable String reason) {}

    private final UnitOfWork unitOfWork;

    DeliveryReports(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * Takes one report.
     *
     * @param reference the provider's id of the message
     * @param reason why it did not arrive; null when it did, or nobody says
     */
    public void take(String provider, String reference, boolean delivered, @Nullable String reason) {
        unitOfWork.run(tx -> {
            lock(tx.sql(), provider, reference);
            if (!apply(tx, provider, reference, new Early(delivered, reason))
                    && !isKnown(tx.sql(), provider, reference)) {
                tx.sql()
                        .createUpdate(KEEP_EARLY)
                        .bind("provider", provider)
                        .bind("reference", reference)
                        .bind("delivered", delivered)
                        .bind("reason", reason)
                        .execute();
            }
        });
    }

    /** Keeps a report and our own note of the sending from passing each other unseen; until the transaction's end. */
    public void lock(Handle sql, String provider, String reference) {
        sql.createQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 6))) locked")
                .bind("key", provider + "/" + reference)
                .mapTo(Integer.class)
                .one();
    }

    /** Applies what was reported before the sending was noted. */
    public void applyEarly(Tx tx, String provider, String reference) {
        Optional<Early> early = tx.sql()
                .createQuery(TAKE_EARLY)
                .bind("provider", provider)
                .bind("reference", reference)
                .map((row, context) -> new Early(row.getBoolean("delivered"), row.getString("reason")))
                .findOne();
        early.ifPresent(report -> apply(tx, provider, reference, report));
    }

    private static boolean apply(Tx tx, String provider, String reference, Early report) {
        NotificationChange change = report.delivered() ? NotificationChange.DELIVERED : NotificationChange.UNDELIVERED;
        Optional<EndedMessage> message = tx.sql()
                .createQuery(APPLY)
                .bind("status", change.name())
                .bind("reason", report.reason())
                .bind("provider", provider)
                .bind("reference", reference)
                .map(ConstructorMapper.of(EndedMessage.class))
                .findOne();
        message.ifPresent(it -> it.publish(tx, change, 2));
        return message.isPresent();
    }

    private static boolean isKnown(Handle sql, String provider, String reference) {
        return sql.createQuery(IS_KNOWN)
                .bind("provider", provider)
                .bind("reference", reference)
                .mapTo(Boolean.class)
                .one();
    }
}
