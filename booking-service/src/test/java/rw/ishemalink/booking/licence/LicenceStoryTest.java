package rw.ishemalink.booking.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.booking.testing.Drivers;
import rw.ishemalink.booking.testing.Facts;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.licence.HolderKind;
import rw.ishemalink.schemas.licence.LicenceChange;

/** What was cleared is no longer so when the driver is at the door. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class LicenceStoryTest {

    private static final LocalDate FAR_AWAY = LocalDate.of(2099, 12, 31);

    /** However slow the machine, the day does not come back. */
    private final LocalDate yesterday =
            LocalDate.now(ZoneId.of("Africa/Kigali")).minusDays(1);

    private final Someone sender = Someone.sender();
    private final Someone dispatcher = Someone.with(Role.DISPATCHER);
    private Drivers driver;
    private UUID bookingId;
    private Facts facts;

    @BeforeEach
    void book() {
        driver = Drivers.onboarded();
        bookingId = sender.confirms(Journeys.POTATOES);
        facts = Facts.about(bookingId);
    }

    @Test
    void a_licence_that_expires_between_assign_and_pickup_stops_the_pickup_and_asks_for_a_new_decision() {
        asked().clearedUntil(driver, yesterday).show("status", "ASSIGNED");

        driver.person()
                .does("pickup", bookingId)
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:clearance-lapsed"));

        sender.looksAt(bookingId)
                .body("status", equalTo("PAID"))
                .body("assignment.driverId", equalTo(driver.driverId().toString()))
                .body("assignment.clearanceId", nullValue());
        BookingEvent told = askedAgain();
        assertThat(told.getFrom()).isEqualTo(BookingStatus.ASSIGNED);
        assertThat(told.getBooking().getStatus()).isEqualTo(BookingStatus.PAID);
        assertThat(told.getReason()).isEqualTo("clearance lapsed: EXPIRED");
    }

    @Test
    void once_it_is_cleared_anew_the_pickup_goes_on() {
        asked().clearedUntil(driver, yesterday);
        driver.person().does("pickup", bookingId).statusCode(409);

        facts.clearedUntil(driver, FAR_AWAY).show("status", "ASSIGNED");
        driver.person().does("pickup", bookingId).statusCode(200).body("status", equalTo("IN_TRANSIT"));
    }

    @Test
    void when_it_is_not_cleared_anew_another_driver_is_asked() {
        asked().clearedUntil(driver, yesterday);
        driver.person().does("pickup", bookingId).statusCode(409);
        facts.refused(driver);
        sender.looksAt(bookingId).body("status", equalTo("PAID")).body("assignment", nullValue());

        Drivers other = Drivers.onboarded();
        dispatcher.assigns(other.driverId(), bookingId).statusCode(200);
        facts.clearedUntil(other, FAR_AWAY).show("status", "ASSIGNED");
        other.person().does("pickup", bookingId).statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = LicenceChange.class,
            names = {"SUSPENDED", "REVOKED", "EXPIRED"})
    void a_licence_revoked_between_assign_and_pickup_stops_the_pickup_until_it_is_cleared_anew(LicenceChange change) {
        asked().clearedUntil(driver, FAR_AWAY);
        Facts.licence(driver.driverId(), HolderKind.DRIVER, change, 1);

        driver.person().does("pickup", bookingId).statusCode(409);
        facts.show("status", "PAID").clearedUntil(driver, FAR_AWAY);
        driver.person().does("pickup", bookingId).statusCode(200);
    }

    @Test
    void news_of_the_vehicle_and_of_the_operator_stop_it_too_and_of_others_do_not() {
        asked().clearedUntil(driver, FAR_AWAY);
        Facts.licence(driver.vehicleId(), HolderKind.VEHICLE, LicenceChange.REVOKED, 1);
        driver.person().does("pickup", bookingId).statusCode(409);

        facts.clearedUntil(driver, FAR_AWAY);
        Facts.licence(driver.operatorId(), HolderKind.OPERATOR, LicenceChange.SUSPENDED, 1);
        driver.person().does("pickup", bookingId).statusCode(409);

        facts.clearedUntil(driver, FAR_AWAY);
        Facts.licence(UUID.randomUUID(), HolderKind.DRIVER, LicenceChange.REVOKED, 1);
        driver.person().does("pickup", bookingId).statusCode(200);
    }

    @Test
    void a_licence_that_is_reinstated_before_the_pickup_stops_nothing() {
        asked().clearedUntil(driver, FAR_AWAY);
        Facts.licence(driver.driverId(), HolderKind.DRIVER, LicenceChange.SUSPENDED, 1);
        Facts.licence(driver.driverId(), HolderKind.DRIVER, LicenceChange.REINSTATED, 2);

        driver.person().does("pickup", bookingId).statusCode(200);
    }

    @Test
    void older_news_that_comes_late_changes_nothing() {
        asked().clearedUntil(driver, FAR_AWAY);
        Facts.licence(driver.driverId(), HolderKind.DRIVER, LicenceChange.REINSTATED, 3);
        Facts.licence(driver.driverId(), HolderKind.DRIVER, LicenceChange.SUSPENDED, 2);

        driver.person().does("pickup", bookingId).statusCode(200);
    }

    @Test
    void somebody_else_at_the_door_costs_nobody_the_clearance() {
        asked().clearedUntil(driver, yesterday);
        Someone.with(Role.DRIVER).does("pickup", bookingId).statusCode(404);

        facts.show("status", "ASSIGNED");
    }

    @Test
    void the_manifest_that_one_driver_accepted_does_not_count_for_the_next() {
        asked().clearedUntil(driver, yesterday);
        driver.person().does("accept-manifest", bookingId).statusCode(200);
        driver.person().does("pickup", bookingId).statusCode(409);

        facts.clearedUntil(driver, FAR_AWAY);
        driver.person().does("accept-manifest", bookingId).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"en,no longer valid", "fr,plus valable", "rw,ntikigifite"})
    void the_driver_reads_why_in_the_own_language(String language, String words) {
        asked().clearedUntil(driver, yesterday);

        driver.person()
                .asks()
                .header("Accept-Language", language)
                .post("/api/bookings/{id}/pickup", bookingId)
                .then()
                .statusCode(409)
                .body("detail", containsString(words));
    }

    private Facts asked() {
        facts.paid().show("status", "PAID").receipt("1 NS");
        dispatcher.assigns(driver.driverId(), bookingId).statusCode(200);
        return facts;
    }

    private BookingEvent askedAgain() {
        try (EventTap tap = EventTap.on(Topics.BOOKING_EVENTS)) {
            return tap.awaitOne(
                    BookingEvent.class,
                    event -> event.getBooking().getBookingId().equals(bookingId)
                            && event.getChange() == BookingChange.ASSIGNMENT_REQUESTED
                            && event.getFrom() == BookingStatus.ASSIGNED);
        }
    }
}
