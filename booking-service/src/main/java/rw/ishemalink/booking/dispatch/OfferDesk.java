package rw.ishemalink.booking.dispatch;

import static rw.ishemalink.kit.problem.ProblemException.conflict;
import static rw.ishemalink.kit.problem.ProblemException.notFound;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.booking.desk.ControlDesk;
import rw.ishemalink.booking.desk.store.BookingQueries;
import rw.ishemalink.booking.dispatch.store.OfferStore;
import rw.ishemalink.booking.dispatch.store.SearchStore;
import rw.ishemalink.booking.lifecycle.Assignment;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** What drivers do with offers. Invariant: only an open offer whose time is not over is accepted, and of a booking only one. */
@ApplicationScoped
public class OfferDesk {

    /** An offer that can be accepted now, and what it is for. */
    public record Open(Offer offer, Booking booking) {}

    private final UnitOfWork unitOfWork;
    private final ControlDesk desk;
    private final BookingQueries bookings;
    private final SearchStore searches;
    private final OfferStore offers;
    private final SearchLoop loop;
    private final MeterRegistry meters;

    OfferDesk(
            UnitOfWork unitOfWork,
            ControlDesk desk,
            BookingQueries bookings,
            SearchStore searches,
            OfferStore offers,
            SearchLoop loop,
            MeterRegistry meters) {
        this.unitOfWork = unitOfWork;
        this.desk = desk;
        this.bookings = bookings;
        this.searches = searches;
        this.offers = offers;
        this.loop = loop;
        this.meters = meters;
    }

    /** What the driver can accept now. */
    public Optional<Open> findOpen(Caller driver) {
        return unitOfWork.read(sql -> offers.findLive(sql, driver.tenant(), driver.personId())
                .flatMap(offer -> bookings.find(sql, driver.tenant(), offer.bookingId())
                        .map(booking -> new Open(offer, booking))));
    }

    /** The driver takes it: offer, booking and the end of all other offers are one transaction. */
    public Booking accept(Caller driver, UUID bookingId) {
        Booking taken = desk.take(driver, bookingId, tx -> answer(tx, driver, bookingId, OfferState.ACCEPTED));
        count(OfferState.ACCEPTED);
        return taken;
    }

    /** The driver does not want it; if nobody else is being asked, the next ones are at once. */
    public void decline(Caller driver, UUID bookingId) {
        unitOfWork.run(tx -> {
            answer(tx, driver, bookingId, OfferState.DECLINED);
            if (offers.findWait(tx.sql(), bookingId).isEmpty()) {
                searches.hasten(tx.sql(), bookingId);
            }
        });
        count(OfferState.DECLINED);
        loop.wake();
    }

    private void answer(Tx tx, Caller driver, UUID bookingId, OfferState answer) {
        Search search = searches.findForUpdate(tx.sql(), bookingId)
                .filter(found -> found.tenant().equals(driver.tenant()))
                .orElseThrow(() -> notFound("no-such-booking"));
        Offer offer = offers.findLatest(tx.sql(), bookingId, driver.personId())
                .orElseThrow(() -> notFound("no-such-booking"));
        check(tx.sql(), search, offer);
        offers.answer(tx.sql(), offer, answer);
        Steps steps = new Steps(tx, search);
        steps.ended(offer, answer);
        searches.tell(tx.sql(), steps.search());
    }

    /** Another driver being quicker, or the same one having accepted before, is told apart from the offer being over. */
    private void check(Handle sql, Search search, Offer offer) {
        if (offer.live() && search.state() != SearchState.CLOSED) {
            return;
        }
        Booking booking =
                bookings.find(sql, search.tenant(), search.bookingId()).orElseThrow(() -> notFound("no-such-booking"));
        Assignment asked = booking.assignment();
        if (asked == null) {
            throw conflict("offer-over", over(offer).name());
        }
        throw asked.driverId().equals(offer.driverId())
                ? conflict("driver-already-asked", booking.status().name())
                : conflict("ride-taken");
    }

    /** The sweep may be a moment late: an open offer whose time is over has expired. */
    private static OfferState over(Offer offer) {
        return offer.state() == OfferState.OPEN ? OfferState.EXPIRED : offer.state();
    }

    private void count(OfferState outcome) {
        meters.counter("ishema.dispatch.offers", "outcome", outcome.name()).increment();
    }
}
