package rw.ishemalink.identity.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.Actor;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.booking.Contact;
import rw.ishemalink.schemas.booking.Place;
import rw.ishemalink.schemas.booking.Price;
import rw.ishemalink.schemas.booking.Rating;
import rw.ishemalink.schemas.fleet.FleetEvent;

/** What senders say of a driver after the delivery. */
@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class RatingsTest {

    private static final String DRIVERS = "/api/fleet/drivers";

    private EventTap events;
    private Account admin;
    private UUID driverId;

    @BeforeEach
    void thereIsADriver() {
        events = EventTap.on(Topics.FLEET_EVENTS);
        admin = Accounts.platformAdmin();
        driverId = UUID.fromString(admin.call()
                .body(DriverForm.of(Accounts.newPhone()))
                .post(DRIVERS)
                .then()
                .statusCode(201)
                .body("rating", nullValue())
                .extract()
                .path("driverId"));
    }

    @AfterEach
    void stopListening() {
        events.close();
    }

    @Test
    void ratings_become_the_drivers_mean_and_each_is_told() {
        rate(UUID.randomUUID(), 5);
        rate(UUID.randomUUID(), 4);
        rate(UUID.randomUUID(), 4);

        FleetEvent last = awaitEvent(4);
        assertThat(last.getDriver().getRating().getHundredths()).isEqualTo(433);
        assertThat(last.getDriver().getRating().getCount()).isEqualTo(3);
        assertThat(awaitEvent(1).getDriver().getRating()).isNull();
        admin.call()
                .get(DRIVERS + "/{id}", driverId)
                .then()
                .body("rating.average", equalTo(4.33f))
                .body("rating.count", equalTo(3));
    }

    @Test
    void a_booking_counts_once_however_often_it_is_told() {
        UUID bookingId = UUID.randomUUID();
        BookingEvent first = rated(bookingId, 5);
        publish(bookingId, first);
        publish(bookingId, first);
        publish(bookingId, rated(bookingId, 1));
        publish(bookingId, rated(UUID.randomUUID(), 4));

        // Under one key the order is kept: with the last of these all before it are counted or passed over.
        FleetEvent last = awaitEvent(3);
        assertThat(last.getDriver().getRating().getHundredths()).isEqualTo(450);
        assertThat(last.getDriver().getRating().getCount()).isEqualTo(2);
    }

    @Test
    void other_news_of_a_booking_is_no_rating() {
        UUID bookingId = UUID.randomUUID();
        for (BookingChange change : BookingChange.values()) {
            if (change != BookingChange.RATED) {
                publish(bookingId, event(Accounts.TENANT, change, bookingId, 1));
            }
        }
        publish(bookingId, rated(bookingId, 5));

        FleetEvent last = awaitEvent(2);
        assertThat(last.getDriver().getRating().getHundredths()).isEqualTo(500);
        assertThat(last.getDriver().getRating().getCount()).isOne();
    }

    @Test
    void more_stars_than_there_are_and_strangers_go_to_the_dead_letters() {
        try (EventTap dead = EventTap.onDeadLettersOf(Topics.BOOKING_EVENTS)) {
            UUID tooGood = UUID.randomUUID();
            publish(tooGood, rated(tooGood, 6));
            dead.awaitRecord(record -> tooGood.toString().equals(record.key()));

            UUID elsewhere = UUID.randomUUID();
            publish(elsewhere, event(Accounts.newTenant(), BookingChange.RATED, elsewhere, 1));
            dead.awaitRecord(record -> elsewhere.toString().equals(record.key()));
        }
        rate(UUID.randomUUID(), 4);

        FleetEvent last = awaitEvent(2);
        assertThat(last.getDriver().getRating().getHundredths()).isEqualTo(400);
        assertThat(last.getDriver().getRating().getCount()).isOne();
    }

    private void rate(UUID bookingId, int stars) {
        publish(bookingId, rated(bookingId, stars));
    }

    private static void publish(UUID key, BookingEvent event) {
        EventSource.publish(Topics.BOOKING_EVENTS, key, event);
    }

    private BookingEvent rated(UUID bookingId, int stars) {
        return event(Accounts.TENANT, BookingChange.RATED, bookingId, stars);
    }

    private BookingEvent event(String tenant, BookingChange change, UUID bookingId, int stars) {
        return BookingEvent.newBuilder()
                .setMetadata(Events.metadata(tenant, 9))
                .setChange(change)
                .setActor(Actor.newBuilder().setRole("SENDER").build())
                .setBooking(booking(bookingId, stars))
                .build();
    }

    private Booking booking(UUID bookingId, int stars) {
        Place kigali = Place.newBuilder().setLabel("Kigali").setCountry("RW").build();
        return Booking.newBuilder()
                .setBookingId(bookingId)
                .setTrackingCode("ISH-7K2M9QXZ")
                .setKind(BookingKind.RIDE)
                .setStatus(BookingStatus.DELIVERED)
                .setSender(Contact.newBuilder()
                        .setPersonId(UUID.randomUUID())
                        .setPhone("+250788123456")
                        .setLanguage(Language.EN)
                        .build())
                .setPayerPhone("+250788123456")
                .setOrigin(kigali)
                .setDestination(kigali)
                .setPrice(new Price(new Money(400L, "RWF"), new Money(61L, "RWF"), "B", "MOTO-2022-08"))
                .setAssignment(Assignment.newBuilder()
                        .setDriverId(driverId)
                        .setVehicleId(UUID.randomUUID())
                        .setVehiclePlate("RAB 123 C")
                        .build())
                .setCreatedAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                .setRating(new Rating(stars))
                .build();
    }

    private FleetEvent awaitEvent(long version) {
        return events.awaitOne(
                FleetEvent.class,
                event -> event.getDriver().getDriverId().equals(driverId)
                        && event.getMetadata().getSequence() == version);
    }
}
