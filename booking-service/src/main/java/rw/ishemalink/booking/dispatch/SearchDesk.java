package rw.ishemalink.booking.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import rw.ishemalink.booking.config.DispatchConfig;
import rw.ishemalink.booking.desk.AfterChange;
import rw.ishemalink.booking.dispatch.store.ConsiderationStore;
import rw.ishemalink.booking.dispatch.store.OfferStore;
import rw.ishemalink.booking.dispatch.store.SearchStore;
import rw.ishemalink.booking.lifecycle.Assignment;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.quote.store.ReferenceData;
import rw.ishemalink.kit.outbox.Tx;

/**
 * Opens a search when a booking needs a driver, and closes it when it no longer does. Invariant: no offer survives what
 * it was for, because it is withdrawn in the transaction that ends it.
 */
@ApplicationScoped
class SearchDesk implements AfterChange {

    private final SearchStore searches;
    private final OfferStore offers;
    private final ConsiderationStore considerations;
    private final ReferenceData reference;
    private final Duration rideLead;

    SearchDesk(
            SearchStore searches,
            OfferStore offers,
            ConsiderationStore considerations,
            ReferenceData reference,
            DispatchConfig config) {
        this.searches = searches;
        this.offers = offers;
        this.considerations = considerations;
        this.reference = reference;
        this.rideLead = config.rideLead();
    }

    @Override
    public void changed(Tx tx, Booking before, Booking after) {
        boolean wasSought = Sought.isSought(before);
        boolean isSought = Sought.isSought(after);
        if (!wasSought && isSought) {
            open(tx, after);
        }
        if (wasSought && !isSought) {
            close(tx, after);
        }
        if (before.assignment() != null && after.assignment() == null) {
            remember(tx, after, before.assignment());
        }
    }

    private void open(Tx tx, Booking booking) {
        Route route = new Whereabouts(reference.gazetteer()).of(booking.order().terms());
        Instant begin = Sought.findBegin(booking.order(), rideLead).orElse(null);
        searches.open(tx.sql(), booking.order(), route, begin);
    }

    private void close(Tx tx, Booking booking) {
        searches.findForUpdate(tx.sql(), booking.bookingId()).ifPresent(search -> {
            Steps steps = new Steps(tx, search.closed());
            steps.ended(offers.withdraw(tx.sql(), search.bookingId()));
            searches.save(tx.sql(), steps.search(), Duration.ZERO);
        });
    }

    /** Compliance refused who was asked: they are not asked again for this booking. */
    private void remember(Tx tx, Booking booking, Assignment refused) {
        searches.findForUpdate(tx.sql(), booking.bookingId()).ifPresent(search -> {
            Steps steps = new Steps(tx, search);
            steps.refused(considerations.insertDispatchRefused(tx.sql(), search, refused));
            searches.tell(tx.sql(), steps.search());
        });
    }
}
