package rw.ishemalink.compliance.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Who buys, of the bookings that name a taxpayer. */
@ApplicationScoped
public class Buyers {

    private static final String SAVE = """
            insert into case_buyer (booking_id, tenant, tin, name, purchase_code)
            values (:bookingId, :tenant, :tin, :name, :purchaseCode)
            on conflict (booking_id) do update
               set tin = excluded.tin, name = excluded.name, purchase_code = excluded.purchase_code""";

    /** Keeps who buys; the booking is on record. */
    public void save(Handle sql, CaseFile file, Buyer buyer) {
        sql.createUpdate(SAVE)
                .bind("bookingId", file.bookingId())
                .bind("tenant", file.tenant())
                .bindMethods(buyer)
                .execute();
    }

    /** The booking names no taxpayer any more. */
    public void forget(Handle sql, UUID bookingId) {
        sql.createUpdate("delete from case_buyer where booking_id = :bookingId")
                .bind("bookingId", bookingId)
                .execute();
    }
}
