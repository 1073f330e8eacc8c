package rw.ishemalink.booking.desk;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import rw.ishemalink.booking.desk.store.BookingQueries;
import rw.ishemalink.booking.desk.store.BookingStore;
import rw.ishemalink.booking.lifecycle.Actor.Platform;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Command.Fact;
import rw.ishemalink.booking.lifecycle.Outcome;
import rw.ishemalink.booking.lifecycle.Outcome.Changed;
import rw.ishemalink.booking.lifecycle.Outcome.Refused;
import rw.ishemalink.booking.lifecycle.Outcome.Unchanged;
import rw.ishemalink.booking.saga.Step;
import rw.ishemalink.kit.outbox.Tx;

/**
 * What other services found out. Invariant: a fact that comes late, twice or for somebody who is no longer asked changes
 * nothing; it is counted, by the reason, and passed over. One that comes before the fact it builds on is not lost: it is
 * heard again, and in the end lies with the dead letters, from where it can be replayed.
 */
@ApplicationScoped
public class FactDesk {

    private static final Logger LOG = Logger.getLogger(FactDesk.class);

    private final BookingQueries queries;
    private final BookingStore bookings;
    private final Transitions transitions;
    private final MeterRegistry meters;

    FactDesk(BookingQueries queries, BookingStore bookings, Transitions transitions, MeterRegistry meters) {
        this.queries = queries;
        this.bookings = bookings;
        this.transitions = transitions;
        this.meters = meters;
    }

    /**
     * Changes the booking as the fact demands, if it still does.
     *
     * @throws IllegalStateException when the fact came too early
     */
    public void record(Tx tx, String tenant, UUID bookingId, Fact fact) {
        Optional<Booking> booking = queries.findForUpdate(tx.sql(), tenant, bookingId);
        String outcome = booking.map(before -> transitions.apply(tx, before, fact, new Platform()))
                .map(FactDesk::text)
                .orElse("no-such-booking");
        LOG.debugf("booking %s, %s: %s", bookingId, fact.getClass().getSimpleName(), outcome);
        meters.counter("ishema.booking.facts", "fact", fact.getClass().getSimpleName(), "outcome", outcome)
                .increment();
    }

    /** Notes what failed while the booking waits in one of the steps. */
    public void note(Tx tx, String tenant, UUID bookingId, String error, Step... steps) {
        bookings.note(tx.sql(), tenant, bookingId, error, steps);
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case Changed _ -> "changed";
            case Unchanged _ -> "unchanged";
            case Refused(var refusal) -> {
                if (refusal.isTooEarly()) {
                    throw new IllegalStateException("a fact came too early: " + refusal.code());
                }
                yield refusal.code();
            }
        };
    }
}
