package rw.ishemalink.notification.ussd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.notification.message.Recipient;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.message.WantedMessage;

/** What is told by SMS of what happens in the menu. */
record News(Reference reference, Dialler dialler) {

    /** Whom an agent booked for is told, in the language that the agent uses. */
    Optional<WantedMessage> forOthers(Session session, ApiCall call, ApiAnswer answer) {
        if (call instanceof ApiCall.Book book && answer instanceof ApiAnswer.Booked(Shipment shipment)) {
            return Optional.ofNullable(book.draft().payer())
                    .map(phone -> WantedMessage.of(
                            Template.USSD_BOOKED,
                            new Recipient.Reachable(knownByPhone(shipment), phone, session.language()),
                            shipment.trackingCode(),
                            Long.toString(shipment.francs())));
        }
        return Optional.empty();
    }

    /** We know them by phone only: an id made for this message. */
    private static UUID knownByPhone(Shipment shipment) {
        return UUID.nameUUIDFromBytes(("ussd-booked:" + shipment.bookingId()).getBytes(UTF_8));
    }

    /** The same as the screen that came too late would have said. */
    Optional<WantedMessage> forDialler(Session session, ApiCall call, ApiAnswer answer) {
        return Optional.of(
                switch (answer) {
                    case ApiAnswer.Refused _ -> to(session, Template.USSD_FAILED);
                    case ApiAnswer.Booked(Shipment shipment) -> standing(session, shipment);
                    case ApiAnswer.Priced(Offer offer) -> price(session, call, offer);
                    case ApiAnswer.Prompting _ -> to(session, Template.USSD_READY);
                    case ApiAnswer.Shipments found ->
                        call instanceof ApiCall.FindShipment
                                        && !found.shipments().isEmpty()
                                ? standing(session, found.shipments().getFirst())
                                : to(session, Template.USSD_READY);
                });
    }

    private WantedMessage price(Session session, ApiCall call, Offer offer) {
        return call instanceof ApiCall.Quote(Draft draft)
                ? to(
                        session,
                        Template.USSD_PRICED,
                        reference.districtName(Objects.requireNonNullElse(draft.origin(), "")),
                        reference.districtName(Objects.requireNonNullElse(draft.destination(), "")),
                        Long.toString(draft.weightKg()),
                        Long.toString(offer.francs()))
                : to(session, Template.USSD_READY);
    }

    private WantedMessage standing(Session session, Shipment shipment) {
        return to(
                session,
                Template.STATUS,
                shipment.trackingCode(),
                shipment.status().name());
    }

    private WantedMessage to(Session session, Template template, String... parameters) {
        return WantedMessage.of(
                template, new Recipient.Reachable(dialler.personId(), session.phone(), session.language()), parameters);
    }
}
