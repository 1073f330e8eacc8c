package rw.ishemalink.booking.dispatch;

import java.util.List;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.dispatch.DispatchChange;
import rw.ishemalink.schemas.dispatch.DispatchEvent;

/**
 * Tells the steps of one search, in the words of the contract {@code dispatch.events}. The transaction holds the search's
 * row lock and saves {@link #search()} at its end, so that the steps are numbered without a gap.
 */
final class Steps {

    private final Tx tx;
    private Search search;

    Steps(Tx tx, Search search) {
        this.tx = tx;
        this.search = search;
    }

    /** The search, with all that was told. */
    Search search() {
        return search;
    }

    /** The search moved on. */
    void become(Search next) {
        search = next;
    }

    void refused(List<Consideration> considerations) {
        considerations.forEach(one -> tell(event(DispatchChange.GATE_REFUSED, one.batch())
                .setDriverId(one.driverId())
                .setVehicleId(one.vehicleId())
                .setDistanceMetres(one.distanceMetres())
                .setGate(rw.ishemalink.schemas.dispatch.Gate.valueOf(one.gate().name()))));
    }

    void offered(List<Offer> offers) {
        offers.forEach(offer -> tell(about(offer, DispatchChange.OFFERED).setExpiresAt(offer.expiresAt())));
    }

    /** Offers ended, all in the state that they are in now. */
    void ended(List<Offer> offers) {
        offers.forEach(offer -> ended(offer, offer.state()));
    }

    void ended(Offer offer, OfferState how) {
        tell(about(
                offer,
                switch (how) {
                    case OPEN -> DispatchChange.OFFERED;
                    case ACCEPTED -> DispatchChange.OFFER_ACCEPTED;
                    case DECLINED -> DispatchChange.OFFER_DECLINED;
                    case EXPIRED -> DispatchChange.OFFER_EXPIRED;
                    case WITHDRAWN -> DispatchChange.OFFER_WITHDRAWN;
                }));
    }

    void nobodyFound() {
        tell(event(DispatchChange.NOBODY_FOUND, search.nextBatch()));
    }

    private DispatchEvent.Builder about(Offer offer, DispatchChange change) {
        return event(change, offer.batch())
                .setDriverId(offer.driverId())
                .setVehicleId(offer.vehicleId())
                .setDistanceMetres(offer.distanceMetres());
    }

    private DispatchEvent.Builder event(DispatchChange change, int batch) {
        search = search.told(1);
        return DispatchEvent.newBuilder()
                .setMetadata(tx.metadata(search.tenant(), search.sequence()))
                .setChange(change)
                .setBookingId(search.bookingId())
                .setBatch(batch);
    }

    private void tell(DispatchEvent.Builder event) {
        tx.publish(Topics.DISPATCH_EVENTS, search.bookingId(), event.build());
    }
}
