package rw.ishemalink.booking.testing;

import java.util.Map;
import java.util.UUID;
import rw.ishemalink.kit.caller.Role;

/** A booking with the driver who moves it. */
public record Trip(UUID bookingId, Drivers driver) {

    /** Booked with a journey at today's price, and whatever else the request says; confirmed, paid and cleared. */
    public static Trip assigned(Someone sender, Map<String, ?> request) {
        UUID bookingId = sender.posts(request, "/api/bookings")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("bookingId");
        sender.does("confirm", bookingId).statusCode(200);
        return assigned(bookingId);
    }

    /** A confirmed booking that is paid and cleared. */
    public static Trip assigned(UUID bookingId) {
        Drivers driver = Drivers.onboarded();
        Facts facts = Facts.about(bookingId).paid().receipt("NS " + bookingId);
        Someone.with(Role.DISPATCHER).assigns(driver.driverId(), bookingId).statusCode(200);
        facts.cleared(driver).show("status", "ASSIGNED");
        return new Trip(bookingId, driver);
    }

    public Trip pickedUp() {
        driver.person().does("pickup", bookingId).statusCode(200);
        return this;
    }
}
