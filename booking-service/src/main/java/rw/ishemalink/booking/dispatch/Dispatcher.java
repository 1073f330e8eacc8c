package rw.ishemalink.booking.dispatch;

import static java.util.Comparator.comparingLong;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import rw.ishemalink.booking.config.DispatchConfig;
import rw.ishemalink.booking.desk.store.BookingQueries;
import rw.ishemalink.booking.dispatch.Candidates.Considered;
import rw.ishemalink.booking.dispatch.store.ConsiderationStore;
import rw.ishemalink.booking.dispatch.store.OfferStore;
import rw.ishemalink.booking.dispatch.store.SearchStore;
import rw.ishemalink.booking.fleet.DriverStore;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.kit.outbox.DatabaseAway;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.schemas.Topics;

/**
 * Moves searches on: what has expired ends, the next batch is asked, and where nobody is near the search pauses. One step
 * of one search is one transaction; several instances share the work.
 */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final UnitOfWork unitOfWork;
    private final SearchStore searches;
    private final OfferStore offers;
    private final ConsiderationStore considerations;
    private final Candidates candidates;
    private final BookingQueries bookings;
    private final DriverStore drivers;
    private final DispatchConfig config;
    private final MeterRegistry meters;

    Dispatcher(
            UnitOfWork unitOfWork,
            SearchStore searches,
            OfferStore offers,
            ConsiderationStore considerations,
            Candidates candidates,
            BookingQueries bookings,
            DriverStore drivers,
            DispatchConfig config,
            MeterRegistry meters) {
        this.unitOfWork = unitOfWork;
        this.searches = searches;
        this.offers = offers;
        this.considerations = considerations;
        this.candidates = candidates;
        this.bookings = bookings;
        this.drivers = drivers;
        this.config = config;
        this.meters = meters;
    }

    /** Takes the search that is due for longest one step further; false when none is due. */
    boolean step() {
        AtomicReference<Search> inHand = new AtomicReference<>();
        try {
            return unitOfWork.call(tx -> {
                Optional<Search> due = searches.claimDue(tx.sql());
                inHand.set(due.orElse(null));
                due.ifPresent(search -> advance(tx, search));
                return due.isPresent();
            });
        } catch (RuntimeException e) {
            Search failed = inHand.get();
            if (failed == null || DatabaseAway.isCauseOf(e)) {
                throw e;
            }
            LOG.errorf(e, "the search of booking %s failed and is tried again later", failed.bookingId());
            unitOfWork.run(tx -> searches.postpone(tx.sql(), failed.bookingId(), config.pause()));
            return true;
        }
    }

    private void advance(Tx tx, Search search) {
        Steps steps = new Steps(tx, search);
        List<Offer> expired = offers.expire(tx.sql(), search.bookingId());
        steps.ended(expired);
        count("EXPIRED", expired.size());
        Duration wait = offers.findWait(tx.sql(), search.bookingId()).orElseGet(() -> ask(tx, steps));
        searches.save(tx.sql(), steps.search(), wait);
    }

    /** Makes up the next batch; answers with how long to wait. */
    private Duration ask(Tx tx, Steps steps) {
        Search search = steps.search();
        if (search.hasAsked(config.batches())) {
            return pause(steps);
        }
        Considered considered = candidates.consider(tx.sql(), search);
        if (!considered.refused().isEmpty()) {
            steps.refused(considerations.insert(tx.sql(), search, considered.refused()));
        }
        return considered.fit().isEmpty() ? pause(steps) : offer(tx, steps, considered.fit());
    }

    /** Nobody found is told once, not again each minute until somebody is. */
    private Duration pause(Steps steps) {
        if (steps.search().state() != SearchState.NOBODY_FOUND) {
            steps.nobodyFound();
        }
        steps.become(steps.search().paused());
        return config.pause();
    }

    private Duration offer(Tx tx, Steps steps, List<Nearby> fit) {
        Search search = steps.search();
        Optional<Booking> booking =
                bookings.find(tx.sql(), search.tenant(), search.bookingId()).filter(Sought::isSought);
        if (booking.isEmpty()) {
            steps.become(search.closed());
            return Duration.ZERO;
        }
        List<Offer> made = offers.insert(tx.sql(), search, fit, config.offerLife()).stream()
                .sorted(comparingLong(Offer::distanceMetres))
                .toList();
        if (made.isEmpty()) {
            return Duration.ZERO;
        }
        steps.offered(made);
        steps.become(steps.search().offered());
        tell(tx, booking.get(), made);
        count("OFFERED", made.size());
        return config.offerLife();
    }

    private void tell(Tx tx, Booking booking, List<Offer> made) {
        List<UUID> asked = made.stream().map(Offer::driverId).toList();
        drivers.listContacts(tx.sql(), asked)
                .forEach(driver -> tx.publish(
                        Topics.NOTIFICATION_REQUESTS,
                        driver.driverId(),
                        OfferMessages.offer(tx, booking, driver, config.offerLife())));
    }

    private void count(String outcome, int times) {
        meters.counter("ishema.dispatch.offers", "outcome", outcome).increment(times);
    }
}
