package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A person who drives a vehicle. */
public final class Driver {

    /** Dispatch takes no position that is older than a minute. */
    private static final Duration BETWEEN_POSITIONS = Duration.ofSeconds(10);

    private final Person person;
    private final String driverId;
    private final String plate;
    private final String licenceNumber;
    private Instant reported = Instant.EPOCH;

    Driver(Person person, String driverId, String plate, String licenceNumber) {
        this.person = person;
        this.driverId = driverId;
        this.plate = plate;
        this.licenceNumber = licenceNumber;
    }

    public Person person() {
        return person;
    }

    public String driverId() {
        return driverId;
    }

    public String plate() {
        return plate;
    }

    /** Of the driving licence. */
    public String licenceNumber() {
        return licenceNumber;
    }

    /** Wants work from now on; repeated, it changes nothing. */
    void goOnDuty() {
        person.phone().post("/api/fleet/drivers/me/duty", Map.of("onDuty", true));
    }

    /** Wants no more work. */
    void goOffDuty() {
        person.phone().post("/api/fleet/drivers/me/duty", Map.of("onDuty", false));
    }

    /** The phone reports the position, unless it has just done so; whether tracking, which hears of new drivers, took it. */
    boolean stayAt(Point point) {
        Instant now = Instant.now();
        if (now.isBefore(reported.plus(BETWEEN_POSITIONS))) {
            return true;
        }
        try {
            person.phone()
                    .post(
                            "/api/tracking/positions",
                            Map.of(
                                    "latitude",
                                    point.latitude(),
                                    "longitude",
                                    point.longitude(),
                                    "recordedAt",
                                    now.toString()));
        } catch (RefusedException e) {
            if (e.type().endsWith(":no-vehicle")) {
                return false;
            }
            throw e;
        }
        reported = now;
        return true;
    }

    /** What the driver can accept of that booking now. */
    Optional<JsonNode> findOffer(String bookingId) {
        return person.phone()
                .get("/api/bookings/offers")
                .valueStream()
                .filter(offer -> offer.path("bookingId").asText().equals(bookingId))
                .findFirst();
    }

    /** Asks for all that is owed, under that key; empty while nothing is, or nobody has heard of the driver. */
    Optional<JsonNode> askForPay(String syncId) {
        return RefusedException.unless(
                refused -> refused.isOf("nothing-owed") || refused.isOf("no-wallet"),
                () -> person.phone().post("/api/payments/payouts", Map.of("syncId", syncId)));
    }

    /** What senders think: the mean, and of how many; empty until the first rating. */
    public Optional<JsonNode> findRating() {
        return Optional.of(person.phone().get("/api/fleet/drivers/" + driverId).path("rating"))
                .filter(rating -> rating.path("count").asLong() > 0);
    }
}
