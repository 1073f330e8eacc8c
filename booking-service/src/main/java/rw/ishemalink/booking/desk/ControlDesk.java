package rw.ishemalink.booking.desk;

import static rw.ishemalink.kit.problem.ProblemException.conflict;
import static rw.ishemalink.kit.problem.ProblemException.forbidden;
import static rw.ishemalink.kit.problem.ProblemException.notFound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import rw.ishemalink.booking.desk.store.BookingQueries;
import rw.ishemalink.booking.fleet.DriverStore;
import rw.ishemalink.booking.lifecycle.Actor;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Command;
import rw.ishemalink.booking.lifecycle.Command.Act;
import rw.ishemalink.booking.lifecycle.Command.RequestAssignment;
import rw.ishemalink.booking.lifecycle.Outcome.Changed;
import rw.ishemalink.booking.lifecycle.Outcome.Refused;
import rw.ishemalink.booking.lifecycle.Refusal;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** What people do with a booking. Invariant: who may not know of a booking is told that there is none. */
@ApplicationScoped
public class ControlDesk {

    private final BookingQueries queries;
    private final DriverStore drivers;
    private final Transitions transitions;
    private final UnitOfWork unitOfWork;

    ControlDesk(BookingQueries queries, DriverStore drivers, Transitions transitions, UnitOfWork unitOfWork) {
        this.queries = queries;
        this.drivers = drivers;
        this.transitions = transitions;
        this.unitOfWork = unitOfWork;
    }

    /** Gives the command in the caller's name and answers with the booking after it. */
    public Booking act(Caller caller, UUID bookingId, Act act) {
        return act(caller, bookingId, Visibility.of(caller)::includes, _ -> act);
    }

    /** Asks for the driver with the vehicle they drive now. */
    public Booking ask(Caller caller, UUID bookingId, UUID driverId) {
        return act(caller, bookingId, Visibility.of(caller)::includesAsWork, tx -> drivers.findActive(
                        tx.sql(), caller.tenant(), driverId)
                .map(driver -> new RequestAssignment(driver.ask()))
                .orElseThrow(() -> conflict("no-active-driver")));
    }

    /** The driver takes the booking for themselves, unless the check, under the booking's row lock, throws. */
    public Booking take(Caller driver, UUID bookingId, Consumer<Tx> check) {
        return act(driver, bookingId, _ -> true, tx -> {
            check.accept(tx);
            return drivers.findActive(tx.sql(), driver.tenant(), driver.personId())
                    .map(found -> new RequestAssignment(found.ask()))
                    .orElseThrow(() -> conflict("no-active-driver"));
        });
    }

    private Booking act(Caller caller, UUID bookingId, Predicate<Booking> known, Function<Tx, Command> command) {
        Actor actor = new Actor.Person(
                caller.personId(), caller.roles(), caller.operatorId().orElse(null));
        return unitOfWork.call(tx -> {
            Booking before = queries.findForUpdate(tx.sql(), caller.tenant(), bookingId)
                    .filter(known)
                    .orElseThrow(() -> notFound("no-such-booking"));
            return switch (transitions.apply(tx, before, command.apply(tx), actor)) {
                case Changed changed -> changed.booking();
                case Refused refused -> throw problem(refused.refusal(), before);
            };
        });
    }

    private static ProblemException problem(Refusal refusal, Booking booking) {
        return refusal == Refusal.NOT_ALLOWED
                ? forbidden(refusal.code())
                : conflict(refusal.code(), booking.status().name());
    }
}
