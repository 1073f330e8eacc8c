package rw.ishemalink.booking.desk.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Ending;
import rw.ishemalink.booking.lifecycle.Hold;
import rw.ishemalink.booking.lifecycle.Seal;

/** The record of seals and holds, which nobody changes afterwards. */
@ApplicationScoped
public class CustomsStore {

    private static final String ADD_SEAL = """
            insert into booking_seal (booking_id, number, act, tenant, kind, actor_id, actor_role, reason, replaced_by,
                                      occurred_at)
            values (:bookingId, :number, :act, :tenant, :kind, :actorId, :actorRole, :reason, :replacedBy, :at)""";

    private static final String ADD_HOLD = """
            insert into border_hold (hold_id, act, booking_id, tenant, actor_id, actor_role, reason, occurred_at)
            values (:holdId, :act, :bookingId, :tenant, :actorId, :actorRole, :reason, :at)""";

    /** A seal was put on. */
    public void addPlaced(Handle sql, Booking booking, Seal seal) {
        seal(sql, booking, seal, "PLACED", seal.placedBy(), seal.role(), seal.placedAt())
                .bind("reason", (String) null)
                .bind("replacedBy", (String) null)
                .execute();
    }

    /** A seal was broken. */
    public void addBroken(Handle sql, Booking booking, Seal seal, Ending broken) {
        seal(sql, booking, seal, "BROKEN", broken.by(), broken.role(), broken.at())
                .bind("reason", broken.why())
                .bind("replacedBy", seal.replacedBy())
                .execute();
    }

    /** Customs hold it. */
    public void addHeld(Handle sql, Booking booking, Hold hold) {
        Ending held = new Ending(hold.heldBy(), hold.role(), hold.heldAt(), hold.why());
        addHold(sql, booking, hold, "HELD", held);
    }

    /** A hold was lifted. */
    public void addReleased(Handle sql, Booking booking, Hold hold, Ending released) {
        addHold(sql, booking, hold, "RELEASED", released);
    }

    private static Update seal(
            Handle sql, Booking booking, Seal seal, String act, UUID actorId, String actorRole, Instant at) {
        return sql.createUpdate(ADD_SEAL)
                .bind("bookingId", booking.bookingId())
                .bind("number", seal.number())
                .bind("act", act)
                .bind("tenant", booking.order().tenant())
                .bind("kind", seal.kind())
                .bind("actorId", actorId)
                .bind("actorRole", actorRole)
                .bind("at", at);
    }

    private static void addHold(Handle sql, Booking booking, Hold hold, String act, Ending how) {
        sql.createUpdate(ADD_HOLD)
                .bind("holdId", hold.holdId())
                .bind("act", act)
                .bind("bookingId", booking.bookingId())
                .bind("tenant", booking.order().tenant())
                .bind("actorId", how.by())
                .bind("actorRole", how.role())
                .bind("reason", how.why())
                .bind("at", how.at())
                .execute();
    }
}
