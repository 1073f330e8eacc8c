package rw.ishemalink.booking.fleet;

import java.util.UUID;

/**
 * How to tell a driver of an offer. Personal data: never in a log or an answer.
 *
 * @param phone +2507XXXXXXXX
 * @param language en, rw or fr
 */
public record DriverContact(UUID driverId, String phone, String language) {

    @Override
    public String toString() {
        return "DriverContact[" + driverId + "]";
    }
}
