package rw.ishemalink.booking.sync;

import static rw.ishemalink.kit.problem.ProblemException.conflict;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.booking.desk.Acted;
import rw.ishemalink.booking.desk.Booked;
import rw.ishemalink.booking.desk.BookingDesk;
import rw.ishemalink.booking.desk.ControlDesk;
import rw.ishemalink.booking.desk.Handover;
import rw.ishemalink.booking.desk.NewBooking;
import rw.ishemalink.booking.desk.store.BookingQueries;
import rw.ishemalink.booking.lifecycle.Command;
import rw.ishemalink.booking.lifecycle.Outcome.Changed;
import rw.ishemalink.booking.lifecycle.Outcome.Refused;
import rw.ishemalink.booking.lifecycle.Outcome.Unchanged;
import rw.ishemalink.booking.lifecycle.Proof;
import rw.ishemalink.booking.sync.SyncAction.AcceptManifest;
import rw.ishemalink.booking.sync.SyncAction.Cancel;
import rw.ishemalink.booking.sync.SyncAction.Confirm;
import rw.ishemalink.booking.sync.SyncAction.Create;
import rw.ishemalink.booking.sync.SyncAction.Deliver;
import rw.ishemalink.booking.sync.SyncAction.OnBooking;
import rw.ishemalink.booking.sync.SyncAction.PickUp;
import rw.ishemalink.booking.sync.SyncAction.Positions;
import rw.ishemalink.booking.sync.SyncDecision.Done;
import rw.ishemalink.booking.sync.SyncDecision.Refuse;
import rw.ishemalink.booking.sync.SyncDecision.Wait;
import rw.ishemalink.booking.sync.store.SyncQueue;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.problem.ProblemException;

/** Does actions in their person's name, at the same desks as on line. */
@ApplicationScoped
class SyncActs {

    /** What became of an action, and of what. */
    record Tried(SyncDecision decision, ActionResult result) {

        static Tried of(SyncDecision decision, ActionResult about) {
            return new Tried(decision, about.with(decision));
        }
    }

    private final BookingDesk bookingDesk;
    private final ControlDesk controlDesk;
    private final BookingQueries bookings;
    private final SyncQueue queue;

    SyncActs(BookingDesk bookingDesk, ControlDesk controlDesk, BookingQueries bookings, SyncQueue queue) {
        this.bookingDesk = bookingDesk;
        this.controlDesk = controlDesk;
        this.bookings = bookings;
        this.queue = queue;
    }

    Tried act(Tx tx, QueuedAction queued) {
        Caller caller = queued.caller();
        return switch (queued.action()) {
            case Create create -> create(tx, caller, create);
            case OnBooking act -> act(tx, caller, act);
            case Positions _ -> Tried.of(new Done(false), ActionResult.NONE);
        };
    }

    private Tried create(Tx tx, Caller caller, Create create) {
        try {
            Booked booked = book(tx, caller, create);
            return Tried.of(new Done(booked.repeated()), ActionResult.of(booked.booking()));
        } catch (ProblemException e) {
            return Tried.of(new Refuse(Reason.of(e)), ActionResult.NONE);
        }
    }

    /** It may have been booked on line, under this sync id, by a request whose answer the phone never got. */
    private Booked book(Tx tx, Caller caller, Create create) {
        NewBooking wish = create.booking().toNewBooking();
        try {
            return bookingDesk.book(tx, caller, wish.under(create.syncId(), true));
        } catch (ProblemException e) {
            if (e.code().equals("sync-id-reused")) {
                return bookingDesk.book(tx, caller, wish.under(create.syncId(), false));
            }
            throw e;
        }
    }

    private Tried act(Tx tx, Caller caller, OnBooking act) {
        UUID bookingId = act.bookingId();
        UUID madeUnder = act.bookingSyncId();
        if (bookingId != null) {
            return act(tx, caller, act, bookingId);
        }
        if (madeUnder == null) {
            throw new IllegalStateException("an action about no booking was let in");
        }
        Optional<UUID> made = bookings.findBySyncId(tx.sql(), caller.tenant(), caller.personId(), madeUnder)
                .map(earlier -> earlier.booking().bookingId());
        return made.isPresent()
                ? act(tx, caller, act, made.get())
                : Tried.of(withoutBooking(tx, caller, madeUnder), ActionResult.NONE);
    }

    private Tried act(Tx tx, Caller caller, OnBooking action, UUID bookingId) {
        try {
            Acted acted = give(tx, caller, action, bookingId);
            return switch (acted.outcome()) {
                case Changed changed -> Tried.of(new Done(false), ActionResult.of(changed.booking()));
                case Unchanged(var booking) -> Tried.of(new Done(true), ActionResult.of(booking));
                case Refused(var refusal) ->
                    Tried.of(SyncDecision.of(action.kind(), acted.before(), refusal), ActionResult.of(acted.before()));
            };
        } catch (ProblemException e) {
            return Tried.of(new Refuse(Reason.of(e)), ActionResult.NONE.at(bookingId));
        }
    }

    private Acted give(Tx tx, Caller caller, OnBooking action, UUID bookingId) {
        return switch (action) {
            case Confirm _ -> controlDesk.act(tx, caller, bookingId, new Command.Confirm());
            case AcceptManifest manifest ->
                controlDesk.act(tx, caller, bookingId, new Command.AcceptManifest(time(manifest)));
            case PickUp pickUp -> controlDesk.act(tx, caller, bookingId, new Command.PickUp(proof(pickUp)));
            case Deliver deliver ->
                controlDesk.deliver(
                        tx, caller, bookingId, new Handover(deliver.code(), deliver.photoSha256(), time(deliver)));
            case Cancel cancel -> controlDesk.act(tx, caller, bookingId, new Command.Cancel(cancel.reason()));
        };
    }

    /** As exact as the database and the contract keep it. */
    private static Instant time(OnBooking action) {
        return action.clientTime().truncatedTo(ChronoUnit.MICROS);
    }

    private static Proof proof(PickUp pickUp) {
        return new Proof(time(pickUp), Proof.Code.NONE, pickUp.photoSha256());
    }

    /** The CREATE may yet come or be done; if it was refused, nothing will come of what builds on it. */
    private SyncDecision withoutBooking(Tx tx, Caller caller, UUID madeUnder) {
        boolean refused = queue.list(tx.sql(), caller.tenant(), caller.personId(), List.of(madeUnder)).stream()
                .anyMatch(create -> !create.state().isOpen());
        return refused
                ? new Refuse(Reason.of(conflict("booking-not-made")))
                : new Wait(Reason.of(conflict("booking-not-here-yet")));
    }
}
