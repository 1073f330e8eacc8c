package rw.ishemalink.booking.desk;

import static rw.ishemalink.kit.problem.ProblemException.conflict;
import static rw.ishemalink.kit.problem.ProblemException.notFound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import rw.ishemalink.booking.desk.store.BookingQueries;
import rw.ishemalink.booking.fleet.DriverStore;
import rw.ishemalink.booking.licence.ClearanceGuard;
import rw.ishemalink.booking.lifecycle.Actor;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Command.Act;
import rw.ishemalink.booking.lifecycle.Command.Deliver;
import rw.ishemalink.booking.lifecycle.Command.LapseClearance;
import rw.ishemalink.booking.lifecycle.Command.PickUp;
import rw.ishemalink.booking.lifecycle.Command.RequestAssignment;
import rw.ishemalink.booking.lifecycle.Outcome.Refused;
import rw.ishemalink.booking.lifecycle.Refusal;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** What people do with a booking. Invariant: who may not know of a booking is told that there is none. */
@ApplicationScoped
public class ControlDesk {

    private final BookingQueries queries;
    private final DriverStore drivers;
    private final DeliveryCodes codes;
    private final Transitions transitions;
    private final ClearanceGuard guard;
    private final UnitOfWork unitOfWork;

    ControlDesk(
            BookingQueries queries,
            DriverStore drivers,
            DeliveryCodes codes,
            Transitions transitions,
            ClearanceGuard guard,
            UnitOfWork unitOfWork) {
        this.queries = queries;
        this.drivers = drivers;
        this.codes = codes;
        this.transitions = transitions;
        this.guard = guard;
        this.unitOfWork = unitOfWork;
    }

    /** Gives the command in the caller's name and answers with the booking after it. */
    public Booking act(Caller caller, UUID bookingId, Act act) {
        return unitOfWork.call(tx -> act(tx, caller, bookingId, act)).getBooking();
    }

    /** The same in the transaction of the one who asks, who learns of a refusal without an exception. */
    public Acted act(Tx tx, Caller caller, UUID bookingId, Act act) {
        Booking before = lock(tx, caller, bookingId, Visibility.of(caller)::includes);
        return act instanceof PickUp pickUp
                ? pickUp(tx, caller, before, pickUp)
                : transitions.act(tx, before, act, caller);
    }

    /** A clearance that no longer holds is lost by the attempt, which is committed: a new one is asked for at once. */
    private Acted pickUp(Tx tx, Caller caller, Booking before, PickUp pickUp) {
        Optional<String> lapse = transitions.allows(before, pickUp, caller)
                ? guard.findLapse(tx.sql(), before, pickUp.proof().recordedAt(), Transitions.now())
                : Optional.empty();
        if (lapse.isEmpty()) {
            return transitions.act(tx, before, pickUp, caller);
        }
        transitions.apply(tx, before, new LapseClearance("clearance lapsed: " + lapse.get()), new Actor.Platform());
        return new Acted(before, new Refused(Refusal.CLEARANCE_LAPSED));
    }

    /** Hands the booking over; a wrong code counts also though it changes nothing. */
    public Booking deliver(Caller caller, UUID bookingId, Handover handover) {
        return unitOfWork.call(tx -> deliver(tx, caller, bookingId, handover)).getBooking();
    }

    /** The same in the transaction of the one who asks, who commits it also when it is refused. */
    public Acted deliver(Tx tx, Caller caller, UUID bookingId, Handover handover) {
        Booking before = lock(tx, caller, bookingId, Visibility.of(caller)::includes);
        Deliver delivery = new Deliver(handover.proof(codes.compare(tx.sql(), before, handover.code())));
        Acted delivered = transitions.act(tx, before, delivery, caller);
        if (delivered.outcome() instanceof Refused(var refusal) && refusal == Refusal.CODE_WRONG) {
            codes.countFailure(tx.sql(), before);
        }
        return delivered;
    }

    /** Asks for the driver with the vehicle they drive now. */
    public Booking ask(Caller caller, UUID bookingId, UUID driverId) {
        return unitOfWork.call(tx -> ask(tx, caller, bookingId, driverId)).getBooking();
    }

    /**
     * The driver takes the booking for themselves, unless the check, under the booking's row lock, throws. What the check
     * wrote is undone when the booking cannot be taken after all.
     */
    public Booking take(Caller driver, UUID bookingId, Consumer<Tx> check) {
        return unitOfWork.call(tx -> {
            Booking before = lock(tx, driver, bookingId, _ -> true);
            check.accept(tx);
            return transitions
                    .act(tx, before, asking(tx, driver, driver.personId()), driver)
                    .getBooking();
        });
    }

    private Acted ask(Tx tx, Caller caller, UUID bookingId, UUID driverId) {
        Booking before = lock(tx, caller, bookingId, Visibility.of(caller)::includesAsWork);
        return transitions.act(tx, before, asking(tx, caller, driverId), caller);
    }

    private RequestAssignment asking(Tx tx, Caller caller, UUID driverId) {
        return drivers.findActive(tx.sql(), caller.tenant(), driverId)
                .map(driver -> new RequestAssignment(driver.ask()))
                .orElseThrow(() -> conflict("no-active-driver"));
    }

    private Booking lock(Tx tx, Caller caller, UUID bookingId, Predicate<Booking> known) {
        return queries.findForUpdate(tx.sql(), caller.tenant(), bookingId)
                .filter(known)
                .orElseThrow(() -> notFound("no-such-booking"));
    }
}
