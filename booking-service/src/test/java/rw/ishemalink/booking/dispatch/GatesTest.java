package rw.ishemalink.booking.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.booking.dispatch.Gates.Asked;
import rw.ishemalink.booking.fleet.VehicleKind;
import rw.ishemalink.booking.quote.GeoPoint;
import rw.ishemalink.booking.terms.BookingKind;

/** What a driver must pass before work is offered. */
class GatesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T21:30:00Z"); // 23:30 in Kigali
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final GeoPoint KIGALI = new GeoPoint(-1.95, 30.06);
    private static final Needs RIDE = new Needs(BookingKind.RIDE, 0);
    private static final Needs TWO_TONNES = new Needs(BookingKind.CARGO_DOMESTIC, 2_000);

    private final Gates gates = new Gates(NOW, Duration.ofSeconds(60));
    private final Somebody rider = Somebody.onMoto();

    @Test
    void whoever_is_on_duty_near_licensed_fit_and_free_passes() {
        assertPasses(ride(rider));
    }

    @Test
    void off_duty_means_no_offers() {
        assertRefused(ride(rider.offDuty()), Gate.OFF_DUTY);
    }

    @Test
    void the_suspended_are_not_asked() {
        assertRefused(ride(rider.suspended()), Gate.SUSPENDED);
    }

    @ParameterizedTest(name = "a position {0} ms old is fresh: {1}")
    @CsvSource({"-5000, true", "0, true", "60000, true", "60001, false", "600000, false"})
    void a_position_is_fresh_for_sixty_seconds(long ageMillis, boolean fresh) {
        Fix fix = rider.at(KIGALI, NOW.minusMillis(ageMillis));
        Asked asked = new Asked(rider.driver(), fix, RIDE, Ties.NONE);
        if (fresh) {
            assertPasses(asked);
        } else {
            assertRefused(asked, Gate.POSITION_STALE);
        }
    }

    @Test
    void a_licence_is_valid_until_the_end_of_its_last_day_in_rwanda() {
        assertPasses(new Asked(rider.driver(TODAY), rider.at(KIGALI, NOW), RIDE, Ties.NONE));
        assertRefused(
                new Asked(rider.driver(TODAY.minusDays(1)), rider.at(KIGALI, NOW), RIDE, Ties.NONE),
                Gate.DRIVING_LICENCE_EXPIRED);
        // Half an hour later it is the next day in Kigali, and still the same one in Greenwich.
        Gates later = new Gates(NOW.plus(Duration.ofMinutes(31)), Duration.ofHours(1));
        assertThat(later.findRefusal(new Asked(rider.driver(TODAY), rider.at(KIGALI, NOW), RIDE, Ties.NONE)))
                .contains(Gate.DRIVING_LICENCE_EXPIRED);
    }

    @Test
    void the_licence_must_have_the_vehicles_category() {
        assertRefused(ride(rider.with(VehicleKind.CAR, 0, "A")), Gate.DRIVING_CATEGORY_MISSING);
    }

    @ParameterizedTest(name = "a {0} with {1} for a ride: {2}")
    @CsvSource({"MOTORCYCLE, A, ", "CAR, B, ", "TRUCK, C, VEHICLE_KIND_UNFIT", "BUS, D, VEHICLE_KIND_UNFIT"})
    void people_ride_on_motos_and_in_cars(VehicleKind kind, String category, Gate refused) {
        assertThat(gates.findRefusal(ride(rider.with(kind, 9_000, category))).orElse(null))
                .isEqualTo(refused);
    }

    @ParameterizedTest(name = "two tonnes on a {0} that bears {1} kg: {3}")
    @CsvSource({
        "TRUCK, 2000, C, ",
        "TRUCK, 1999, C, VEHICLE_TOO_SMALL",
        "CAR, 500, B, VEHICLE_TOO_SMALL",
        "CAR, 2000, B, ",
        "MOTORCYCLE, 80, A, VEHICLE_TOO_SMALL",
        "BUS, 9000, D, VEHICLE_KIND_UNFIT"
    })
    void goods_go_on_what_bears_them(VehicleKind kind, long capacityKg, String category, Gate refused) {
        Somebody driver = rider.with(kind, capacityKg, category);
        Asked asked = new Asked(driver.driver(), driver.at(KIGALI, NOW), TWO_TONNES, Ties.NONE);
        assertThat(gates.findRefusal(asked).orElse(null)).isEqualTo(refused);
    }

    @Test
    void the_busy_those_who_refused_and_those_whom_compliance_refused_are_not_asked() {
        assertRefused(tied(new Ties(true, false, false)), Gate.BUSY);
        assertRefused(tied(new Ties(false, true, false)), Gate.ALREADY_REFUSED);
        assertRefused(tied(new Ties(false, false, true)), Gate.DISPATCH_REFUSED);
    }

    @Test
    void of_several_gates_the_first_tells() {
        Somebody nobody = rider.offDuty().suspended().with(VehicleKind.BUS, 0, "A");
        Ties all = new Ties(true, true, true);
        Fix stale = nobody.at(KIGALI, Instant.EPOCH);
        assertRefused(new Asked(nobody.driver(TODAY.minusDays(1)), stale, TWO_TONNES, all), Gate.OFF_DUTY);
        assertRefused(tied(all), Gate.BUSY);
    }

    private Asked ride(Somebody driver) {
        return new Asked(driver.driver(), driver.at(KIGALI, NOW), RIDE, Ties.NONE);
    }

    private Asked tied(Ties ties) {
        return new Asked(rider.driver(), rider.at(KIGALI, NOW), RIDE, ties);
    }

    private void assertPasses(Asked asked) {
        assertThat(gates.findRefusal(asked)).isEmpty();
    }

    private void assertRefused(Asked asked, Gate gate) {
        assertThat(gates.findRefusal(asked)).contains(gate);
    }
}
