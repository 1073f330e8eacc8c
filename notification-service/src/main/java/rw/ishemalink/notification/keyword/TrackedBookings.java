package rw.ishemalink.notification.keyword;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.kit.cipher.BlindIndex;
import rw.ishemalink.kit.cipher.SealedColumn;

/** Bookings and the phones that may ask for them. */
@ApplicationScoped
public class TrackedBookings {

    /** An older event changes nothing; who was forgotten has none. */
    private static final String KEEP = """
            with kept as (
              insert into tracked_booking (booking_id, tenant, tracking_code, status, person_id, language, sequence)
              select :bookingId, :tenant, :trackingCode, :status, :senderId, :language, :sequence
               where not exists (select from erased_person where person_id = :senderId)
              on conflict (booking_id) do update
                 set status = excluded.status, sequence = excluded.sequence, changed_at = now()
               where tracked_booking.sequence < excluded.sequence
              returning booking_id)
            insert into tracked_party (booking_id, phone_index)
            select distinct kept.booking_id, phone.index
              from kept, (values (cast(:sender as bytea)), (cast(:payer as bytea)), (cast(:receiver as bytea)))
                         as phone (index)
             where phone.index is not null
            on conflict do nothing""";

    private static final String FIND = """
            select b.status, b.language
              from tracked_booking b join tracked_party p on p.booking_id = b.booking_id
             where b.tenant = :tenant and b.tracking_code = :trackingCode and p.phone_index = :phone
             order by b.changed_at desc limit 1""";

    private static final SealedColumn PHONE = new SealedColumn("tracked_party", "phone");

    private final BlindIndex index;

    TrackedBookings(BlindIndex index) {
        this.index = index;
    }

    /** Keeps the booking as it stands, unless a later change is known. */
    public void keep(Handle sql, TrackedBooking booking, long sequence) {
        String tenant = booking.tenant();
        sql.createUpdate(KEEP)
                .bind("bookingId", booking.bookingId())
                .bind("tenant", tenant)
                .bind("trackingCode", booking.trackingCode())
                .bind("status", booking.status())
                .bind("senderId", booking.senderId())
                .bind("language", booking.language().name())
                .bind("sequence", sequence)
                .bind("sender", index.of(PHONE, tenant, booking.senderPhone()))
                .bind("payer", index.of(PHONE, tenant, booking.payerPhone()))
                .bind(
                        "receiver",
                        booking.receiverPhone()
                                .map(phone -> index.of(PHONE, tenant, phone))
                                .orElse(null))
                .execute();
    }

    /** Where the booking of that code stands, if it is one of that phone's. */
    public Optional<Standing> find(Handle sql, String tenant, String trackingCode, String phone) {
        return sql.createQuery(FIND)
                .bind("tenant", tenant)
                .bind("trackingCode", trackingCode)
                .bind("phone", index.of(PHONE, tenant, phone))
                .map(ConstructorMapper.of(Standing.class))
                .findOne();
    }
}
