package rw.ishemalink.booking.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.booking.desk.store.BookingSeal;
import rw.ishemalink.booking.fleet.DriverStore;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.privacy.Erasure;
import rw.ishemalink.kit.privacy.PersonalData;
import rw.ishemalink.kit.privacy.PersonalSet;

/** Who books what, from where to where, and who drives. */
@ApplicationScoped
class BookingPersonalData implements PersonalData {

    private static final String KEPT_BECAUSE =
            "Law 020/2023 (tax procedures): what was sold, when and for how much; without names, phones and exact places";

    private static final String OPEN_BOOKINGS = """
            select exists (select from booking
                            where tenant = :tenant and sender_id = :personId
                              and status in ('CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER'))
                or exists (select from booking
                            where tenant = :tenant and driver_id = :personId
                              and status in ('CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER'))""";

    private static final String OPEN_ACTIONS = """
            select exists (select from sync_action where tenant = :tenant and person_id = :personId
                              and state in ('QUEUED', 'WAITING'))""";

    private static final String ERASE_BOOKINGS = """
            update booking
               set erased_at = now(), sender_phone = null, sender_email = null, payer_phone = null, receiver_name = null,
                   receiver_phone = null, consignee_name = null, consignee_address = null, buyer_tin = null,
                   buyer_name = null, buyer_purchase_code = null, terms = coarse_terms(terms)
             where tenant = :tenant and sender_id = :personId and erased_at is null""";

    private static final String ERASE_SEARCHES = """
            update dispatch_search
               set pickup_latitude = round(pickup_latitude::numeric, 1), pickup_longitude = round(pickup_longitude::numeric, 1),
                   dropoff_latitude = round(dropoff_latitude::numeric, 1),
                   dropoff_longitude = round(dropoff_longitude::numeric, 1), coarse = true
             where tenant = :tenant and not coarse
               and booking_id in (select booking_id from booking where tenant = :tenant and sender_id = :personId)""";

    private static final String ERASE_QUOTES = """
            update quote set terms = coarse_terms(terms), coarse = true
             where tenant = :tenant and sender_id = :personId and not coarse""";

    private static final String ERASE_ACTIONS =
            "delete from sync_action where tenant = :tenant and person_id = :personId and finished_at is not null";

    private static final String ERASE_DRIVER = """
            update driver set phone = null, active = false, on_duty = false
             where tenant = :tenant and driver_id = :personId and phone is not null""";

    private static final String COUNT_KEPT = """
            select count(*) from booking
             where tenant = :tenant and sender_id = :personId and receipt_number is not null""";

    @Override
    public List<PersonalSet> sets() {
        return List.of(
                new PersonalSet(
                        "bookings",
                        "booking_id",
                        "select booking_id, tracking_code, kind, status, sender_phone, sender_email, sender_language,"
                                + " payer_phone, terms, consignee_name, consignee_address, buyer_tin, buyer_name, buyer_purchase_code,"
                                + " declared_value_rwf,"
                                + " receiver_name, receiver_phone, scheduled_for, stars, created_at, confirmed_at, paid_at,"
                                + " picked_up_at, delivered_at, receipt_number, driver_id, vehicle_plate from booking"
                                + " where tenant = :tenant and sender_id = :personId",
                        BookingSeal.TABLE.columns()),
                PersonalSet.of(
                        "quotes",
                        "quote_id",
                        "select quote_id, terms, valid_until, created_at from quote"
                                + " where tenant = :tenant and sender_id = :personId"),
                PersonalSet.of(
                        "trips",
                        "booking_id",
                        "select booking_id, tracking_code, kind, status, vehicle_plate, picked_up_at, delivered_at, stars"
                                + " from booking where tenant = :tenant and driver_id = :personId"),
                new PersonalSet(
                        "driver",
                        "driver_id",
                        "select driver_id, phone, language, active, on_duty, vehicle_plate, licence_categories,"
                                + " licence_valid_until from driver where tenant = :tenant and driver_id = :personId",
                        DriverStore.TABLE.columns()),
                PersonalSet.of(
                        "offers",
                        "offer",
                        "select booking_id || '/' || batch as offer, booking_id, offered_at, state, answered_at, distance_m"
                                + " from dispatch_offer where tenant = :tenant and driver_id = :personId"),
                PersonalSet.of(
                        "offline_actions",
                        "sync_id",
                        "select sync_id, device, type, client_time, booking_id, state, received_at, finished_at"
                                + " from sync_action where tenant = :tenant and person_id = :personId"));
    }

    @Override
    public Optional<String> findObstacle(Handle sql, String tenant, UUID personId) {
        if (isTrue(sql, OPEN_BOOKINGS, tenant, personId)) {
            return Optional.of("open-bookings");
        }
        return isTrue(sql, OPEN_ACTIONS, tenant, personId) ? Optional.of("open-actions") : Optional.empty();
    }

    @Override
    public Erasure erase(Tx tx, String tenant, UUID personId) {
        Handle sql = tx.sql();
        long erased = List.of(ERASE_BOOKINGS, ERASE_SEARCHES, ERASE_QUOTES, ERASE_ACTIONS, ERASE_DRIVER).stream()
                .mapToLong(statement -> sql.createUpdate(statement)
                        .bind("tenant", tenant)
                        .bind("personId", personId)
                        .execute())
                .sum();
        long kept = sql.createQuery(COUNT_KEPT)
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
