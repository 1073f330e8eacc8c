package rw.ishemalink.notification.privacy;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.privacy.Erasure;
import rw.ishemalink.kit.privacy.PersonalData;
import rw.ishemalink.kit.privacy.PersonalSet;
import rw.ishemalink.notification.driver.DriverContacts;
import rw.ishemalink.notification.message.MessageSeal;
import rw.ishemalink.notification.ussd.store.UssdSeal;

/** What was written to whom. Nothing here must be kept: that a message went stays, where and what it said goes. */
@Singleton
class NotificationPersonalData implements PersonalData {

    /** Messages to others about the person's bookings name places and times of theirs. */
    private static final String ERASE_MESSAGES = """
            update message
               set address = null, language = null, parameters = null,
                   reason = case when status = 'PENDING' then 'erased' else reason end,
                   ended_at = coalesce(ended_at, now()),
                   status = case when status = 'PENDING' then 'FAILED' else status end
             where tenant = :tenant and (address is not null or parameters is not null)
               and (person_id = :personId
                    or booking_id in (select booking_id from message
                                       where tenant = :tenant and person_id = :personId and booking_id is not null
                                         and template not in ('JOB_ASSIGNED')))""";

    private static final String ERASE_CONTACT =
            "delete from driver_contact where tenant = :tenant and driver_id = :personId";

    /** The answers to its callbacks go with a session. */
    private static final String ERASE_SESSIONS =
            "delete from ussd_session where tenant = :tenant and person_id = :personId";

    /** That a phone sent STOP stays: by an index that names nobody, so that it is left alone. */
    private static final String ERASE_PREFERENCES =
            "delete from preference where tenant = :tenant and person_id = :personId";

    /** Whose phones may ask for it goes with a booking. */
    private static final String ERASE_TRACKED =
            "delete from tracked_booking where tenant = :tenant and person_id = :personId";

    @Override
    public List<PersonalSet> sets() {
        return List.of(
                new PersonalSet(
                        "messages",
                        "message_id",
                        "select message_id, template, channel, booking_id, address, language, parameters, status,"
                                + " created_at, ended_at, reason from message"
                                + " where tenant = :tenant and person_id = :personId",
                        MessageSeal.TABLE.columns()),
                new PersonalSet(
                        "driver_contact",
                        "driver_id",
                        "select driver_id, phone, language from driver_contact"
                                + " where tenant = :tenant and driver_id = :personId",
                        DriverContacts.TABLE.columns()),
                new PersonalSet(
                        "ussd_sessions",
                        "session_id",
                        "select session_id, phone, language, state, started_at, touched_at, ended_at from ussd_session"
                                + " where tenant = :tenant and person_id = :personId",
                        UssdSeal.SESSIONS.columns()),
                PersonalSet.of(
                        "tracked_bookings",
                        "booking_id",
                        "select booking_id, tracking_code, status, language from tracked_booking"
                                + " where tenant = :tenant and person_id = :personId"),
                PersonalSet.of(
                        "preferences",
                        "urgency",
                        "select urgency, way, changed_at from preference"
                                + " where tenant = :tenant and person_id = :personId"));
    }

    @Override
    public Optional<String> findObstacle(Handle sql, String tenant, UUID personId) {
        return Optional.empty();
    }

    @Override
    public Erasure erase(Tx tx, String tenant, UUID personId) {
        return Erasure.of(execute(tx.sql(), ERASE_MESSAGES, tenant, personId)
                + execute(tx.sql(), ERASE_CONTACT, tenant, personId)
                + execute(tx.sql(), ERASE_SESSIONS, tenant, personId)
                + execute(tx.sql(), ERASE_TRACKED, tenant, personId)
                + execute(tx.sql(), ERASE_PREFERENCES, tenant, personId));
    }

    private static int execute(Handle sql, String statement, String tenant, UUID personId) {
        return sql.createUpdate(statement)
                .bind("tenant", tenant)
                .bind("personId", personId)
                .execute();
    }
}
