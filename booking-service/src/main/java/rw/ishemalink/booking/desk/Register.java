package rw.ishemalink.booking.desk;

import static rw.ishemalink.kit.problem.ProblemException.forbidden;
import static rw.ishemalink.kit.problem.ProblemException.notFound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.booking.desk.store.BookingQueries;
import rw.ishemalink.booking.desk.store.Listed;
import rw.ishemalink.booking.desk.store.Search;
import rw.ishemalink.booking.desk.store.Transition;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.kit.access.AccessLog;
import rw.ishemalink.kit.access.Seen;
import rw.ishemalink.kit.access.Sight;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.reads.Reads;

/** Shows bookings to those who may see them; whose somebody else saw is on record first. */
@ApplicationScoped
public class Register {

    private final BookingQueries queries;
    private final UnitOfWork unitOfWork;
    private final Reads reads;
    private final AccessLog accesses;

    Register(BookingQueries queries, UnitOfWork unitOfWork, Reads reads, AccessLog accesses) {
        this.queries = queries;
        this.unitOfWork = unitOfWork;
        this.reads = reads;
        this.accesses = accesses;
    }

    public Booking getBooking(Caller caller, UUID bookingId) {
        Booking booking = unitOfWork.read(sql -> getBooking(sql, caller, bookingId));
        note(caller, List.of(booking));
        return booking;
    }

    /** Every change of the booking, first to last. */
    public List<Transition> getHistory(Caller caller, UUID bookingId) {
        Booking booking = getBooking(caller, bookingId);
        return unitOfWork.read(sql -> queries.listHistory(sql, caller.tenant(), booking.bookingId()));
    }

    /** The bookings that are searched for and that the caller may see, newest first. */
    public List<Listed> list(Caller caller, Search search) {
        Visibility visibility = Visibility.of(caller);
        if (search.as() != null && !visibility.lenses().contains(search.as())) {
            throw forbidden("not-your-view", search.as(), visibility.lenses());
        }
        List<Listed> found = reads.read(sql -> queries.list(sql, visibility, search));
        note(caller, found.stream().map(Listed::booking).toList());
        return found;
    }

    /** A booking is its sender's; who sends it or drives it is no onlooker. */
    private void note(Caller caller, List<Booking> shown) {
        Seen what = caller.isAny(Role.CUSTOMS_INSPECTOR) ? Seen.INSPECTION : Seen.BOOKING;
        accesses.note(
                caller,
                what,
                shown.stream()
                        .filter(booking -> !isDrivenBy(caller, booking))
                        .map(booking -> new Sight(booking.order().sender().personId(), booking.bookingId()))
                        .toList());
    }

    private static boolean isDrivenBy(Caller caller, Booking booking) {
        return booking.findAssignment()
                .filter(asked -> asked.driverId().equals(caller.personId()))
                .isPresent();
    }

    private Booking getBooking(Handle sql, Caller caller, UUID bookingId) {
        return queries.find(sql, caller.tenant(), bookingId)
                .filter(Visibility.of(caller)::includes)
                .orElseThrow(() -> notFound("no-such-booking"));
    }
}
