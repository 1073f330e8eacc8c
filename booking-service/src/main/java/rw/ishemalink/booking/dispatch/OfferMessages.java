package rw.ishemalink.booking.dispatch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import rw.ishemalink.booking.fleet.DriverContact;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.terms.Cargo;
import rw.ishemalink.booking.terms.Terms;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.notification.NotificationRequest;
import rw.ishemalink.schemas.notification.RequestedTemplate;

/** What a driver is told of an offer, by SMS. Whoever has the app open sees it sooner. */
final class OfferMessages {

    private OfferMessages() {}

    /** The sequence is 1: an offer is told once, and nobody counts on the order of messages. */
    static NotificationRequest offer(Tx tx, Booking booking, DriverContact driver, Duration life) {
        boolean ride = booking.order().kind() == BookingKind.RIDE;
        return NotificationRequest.newBuilder()
                .setMetadata(tx.metadata(booking.order().tenant(), 1))
                .setPersonId(driver.driverId())
                .setPhone(driver.phone())
                .setLanguage(language(driver.language()))
                .setTemplate(ride ? RequestedTemplate.RIDE_OFFER : RequestedTemplate.CARGO_OFFER)
                .setParameters(parameters(booking, life))
                .build();
    }

    private static Map<String, String> parameters(Booking booking, Duration life) {
        Terms terms = booking.order().terms();
        Map<String, String> parameters = new HashMap<>(Map.of(
                "trackingCode", booking.order().trackingCode(),
                "from", terms.origin().label(),
                "to", terms.destination().label(),
                "francs", Long.toString(terms.price().totalRwf()),
                "seconds", Long.toString(life.toSeconds())));
        Cargo cargo = terms.cargo();
        if (cargo != null) {
            parameters.put("kilograms", Long.toString(cargo.weightKg()));
        }
        return parameters;
    }

    private static Language language(String code) {
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "rw" -> Language.RW;
            case "fr" -> Language.FR;
            default -> Language.EN;
        };
    }
}
