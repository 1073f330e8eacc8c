package rw.ishemalink.booking.desk;

import static rw.ishemalink.kit.problem.ProblemException.conflict;
import static rw.ishemalink.kit.problem.ProblemException.forbidden;
import static rw.ishemalink.kit.problem.ProblemException.notFound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import rw.ishemalink.booking.desk.store.BookingQueries;
import rw.ishemalink.booking.fleet.DriverStore;
import rw.ishemalink.booking.lifecycle.Actor;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Command;
import rw.ishemalink.booking.lifecycle.Command.Act;
import rw.ishemalink.booking.lifecycle.Command.RequestAssignment;
import rw.ishemalink.booking.lifecycle.Outcome;
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

    /**
     * Tries the command in the caller's name, within a transaction of the caller's.
     *
     * @return empty if there is no such booking for the caller
     */
    public Optional<Attempt> attempt(Tx tx, Caller caller, UUID bookingId, Act act) {
        return queries.findForUpdate(tx.sql(), caller.tenant(), bookingId)
                .filter(Visibility.of(caller)::includes)
                .map(before -> new Attempt(before, transitions.apply(tx, before, act, actor(caller))));
    }

    /** What became of a command, and the booking that it met. */
    public record Attempt(Booking before, Outcome outcome) {}

    /** Asks for the driver with the vehicle they drive now. Drivers accept rides with their own id. */
    public Booking ask(Caller caller, UUID bookingId, UUID driverId) {
        return act(caller, bookingId, Visibility.of(caller)::includesAsWork, tx -> drivers.findActive(
                        tx.sql(), caller.tenant(), driverId)
                .map(driver -> new RequestAssignment(driver.ask()))
                .orElseThrow(() -> conflict("no-active-driver")));
    }

    private Booking act(Caller caller, UUID bookingId, Predicate<Booking> known, Function<Tx, Command> command) {
        Actor actor = actor(caller);
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

    private static Actor actor(Caller caller) {
        return new Actor.Person(
                caller.personId(), caller.roles(), caller.operatorId().orElse(null));
    }

    private static ProblemException problem(Refusal refusal, Booking booking) {
        return refusal == Refusal.NOT_ALLOWED
                ? forbidden(refusal.code())
                : conflict(refusal.code(), booking.status().name());
    }
}
