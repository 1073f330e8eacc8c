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
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Shows bookings to those who may see them. */
@ApplicationScoped
public class Register {

    private final BookingQueries queries;
    private final UnitOfWork unitOfWork;

    Register(BookingQueries queries, UnitOfWork unitOfWork) {
        this.queries = queries;
        this.unitOfWork = unitOfWork;
    }

    public Booking getBooking(Caller caller, UUID bookingId) {
        return unitOfWork.read(sql -> getBooking(sql, caller, bookingId));
    }

    /** Every change of the booking, first to last. */
    public List<Transition> getHistory(Caller caller, UUID bookingId) {
        return unitOfWork.read(sql -> {
            Booking booking = getBooking(sql, caller, bookingId);
            return queries.listHistory(sql, caller.tenant(), booking.bookingId());
        });
    }

    /** The bookings that are searched for and that the caller may see, newest first. */
    public List<Listed> list(Caller caller, Search search) {
        Visibility visibility = Visibility.of(caller);
        if (search.as() != null && !visibility.lenses().contains(search.as())) {
            throw forbidden("not-your-view", search.as(), visibility.lenses());
        }
        return unitOfWork.read(sql -> queries.list(sql, visibility, search));
    }

    private Booking getBooking(Handle sql, Caller caller, UUID bookingId) {
        return queries.find(sql, caller.tenant(), bookingId)
                .filter(Visibility.of(caller)::includes)
                .orElseThrow(() -> notFound("no-such-booking"));
    }
}
