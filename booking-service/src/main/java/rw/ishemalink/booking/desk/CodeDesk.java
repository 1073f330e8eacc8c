package rw.ishemalink.booking.desk;

import static rw.ishemalink.kit.problem.ProblemException.conflict;
import static rw.ishemalink.kit.problem.ProblemException.forbidden;
import static rw.ishemalink.kit.problem.ProblemException.notFound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import rw.ishemalink.booking.desk.store.BookingQueries;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Shows the sender the delivery code, and makes a new one. A dispatcher may have one made, but is never told it. */
@ApplicationScoped
public class CodeDesk {

    private static final Logger LOG = Logger.getLogger(CodeDesk.class);

    private final BookingQueries queries;
    private final DeliveryCodes codes;
    private final UnitOfWork unitOfWork;

    CodeDesk(BookingQueries queries, DeliveryCodes codes, UnitOfWork unitOfWork) {
        this.queries = queries;
        this.codes = codes;
        this.unitOfWork = unitOfWork;
    }

    /** The six digits that the receiver has to give. */
    public String getDigits(Caller caller, UUID bookingId) {
        return unitOfWork.read(sql -> {
            Booking booking = queries.find(sql, caller.tenant(), bookingId)
                    .filter(Visibility.of(caller)::includes)
                    .orElseThrow(() -> notFound("no-such-booking"));
            check(booking, isSender(caller, booking));
            return codes.get(sql, booking).digits();
        });
    }

    /** Makes the codes so far void. If the goods are on the road, the receiver is sent the new one. */
    public void renew(Caller caller, UUID bookingId) {
        unitOfWork.run(tx -> renew(tx, caller, bookingId));
    }

    private void renew(Tx tx, Caller caller, UUID bookingId) {
        Booking booking = queries.findForUpdate(tx.sql(), caller.tenant(), bookingId)
                .filter(Visibility.of(caller)::includes)
                .orElseThrow(() -> notFound("no-such-booking"));
        check(booking, isSender(caller, booking) || caller.isAny(Role.DISPATCHER, Role.TENANT_ADMIN));
        codes.renew(tx.sql(), booking);
        LOG.infof("new delivery code for booking %s, asked for by %s", bookingId, caller.personId());
        switch (booking.status()) {
            case IN_TRANSIT, AT_BORDER -> codes.send(tx, booking);
            case DRAFT, CONFIRMED, PAID, ASSIGNED, DELIVERED, FAILED, CANCELLED -> {}
        }
    }

    private static void check(Booking booking, boolean allowed) {
        if (!allowed) {
            throw forbidden("not-your-action");
        }
        if (booking.order().kind() == BookingKind.RIDE) {
            throw conflict("no-delivery-code");
        }
        switch (booking.status()) {
            case DRAFT -> throw conflict("wrong-status", booking.status().name());
            case DELIVERED, FAILED, CANCELLED ->
                throw conflict("booking-ended", booking.status().name());
            case CONFIRMED, PAID, ASSIGNED, IN_TRANSIT, AT_BORDER -> {}
        }
    }

    private static boolean isSender(Caller caller, Booking booking) {
        return booking.order().sender().personId().equals(caller.personId());
    }
}
