package rw.ishemalink.booking.desk;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.store.BookingStore;
import rw.ishemalink.booking.desk.store.Transition;
import rw.ishemalink.booking.lifecycle.Actor;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Command;
import rw.ishemalink.booking.lifecycle.Command.Act;
import rw.ishemalink.booking.lifecycle.Lifecycle;
import rw.ishemalink.booking.lifecycle.Outcome;
import rw.ishemalink.booking.lifecycle.Outcome.Changed;
import rw.ishemalink.booking.lifecycle.Proof;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.OutboxRow;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;

/** Makes a change lasting: booking, history and event in the caller's transaction. */
@ApplicationScoped
class Transitions {

    private final BookingStore bookings;
    private final List<AfterChange> afterwards;

    Transitions(BookingStore bookings, @All List<AfterChange> afterwards) {
        this.bookings = bookings;
        this.afterwards = List.copyOf(afterwards);
    }

    /** Gives the command in the caller's name. */
    Acted act(Tx tx, Booking before, Act act, Caller caller) {
        return new Acted(before, apply(tx, before, act, person(caller)));
    }

    /** Whether the booking would change if the caller gave the command now. */
    boolean allows(Booking before, Act act, Caller caller) {
        return Lifecycle.decide(before, act, person(caller), now()) instanceof Changed;
    }

    private static Actor person(Caller caller) {
        return new Actor.Person(
                caller.personId(), caller.roles(), caller.operatorId().orElse(null));
    }

    /** Gives the command; a refusal leaves everything as it is. The caller holds the booking's row lock. */
    Outcome apply(Tx tx, Booking before, Command command, Actor actor) {
        Instant now = now();
        Outcome outcome = Lifecycle.decide(before, command, actor, now);
        if (outcome instanceof Changed(var after, var change, var role)) {
            Transition transition = new Transition(
                    after.version(),
                    change,
                    before.status(),
                    after.status(),
                    actor.findPersonId().orElse(null),
                    role,
                    command.findReason().orElse(null),
                    now);
            Optional<Proof> proof = command.findProof();
            bookings.update(tx.sql(), after, transition, event(tx, after, transition, proof.orElse(null)));
            proof.ifPresent(given -> bookings.keep(tx.sql(), after, change, given));
            afterwards.forEach(one -> one.changed(tx, before, after));
        }
        return outcome;
    }

    /** The change's event, to be written with it. */
    private static OutboxRow event(Tx tx, Booking booking, Transition transition, @Nullable Proof proof) {
        var metadata = tx.metadata(booking.order().tenant(), booking.version());
        var event = BookingEvents.of(metadata, transition, booking, proof);
        return tx.row(Topics.BOOKING_EVENTS, booking.bookingId(), event);
    }

    /** As exact as the database and the contract keep it. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
