package rw.ishemalink.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.AtOnce;
import rw.ishemalink.booking.testing.Drivers;
import rw.ishemalink.booking.testing.Facts;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.booking.testing.Trip;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;

/** A driver has one trip at a time, whoever asks and however many ask at once. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class BusyDriverTest {

    private static final String DRIVER_BUSY = "urn:ishemalink:problem:driver-busy";

    private final Someone sender = Someone.sender();
    private final Someone dispatcher = Someone.with(Role.DISPATCHER);

    @Test
    void who_is_asked_for_one_trip_is_not_asked_for_another() {
        Drivers driver = Drivers.onboarded();
        dispatcher.assigns(driver.driverId(), sender.confirms(Journeys.RIDE)).statusCode(200);
        UUID second = sender.confirms(Journeys.RIDE);
        dispatcher
                .assigns(driver.driverId(), second)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo(DRIVER_BUSY));
        Someone.operatorOf(driver.operatorId())
                .assigns(driver.driverId(), second)
                .statusCode(409)
                .body("type", equalTo(DRIVER_BUSY));
        sender.looksAt(second).body("status", equalTo("CONFIRMED"));
    }

    @Test
    void of_ten_bookings_that_ask_for_a_driver_at_once_one_gets_them() throws Exception {
        Drivers driver = Drivers.onboarded();
        List<Callable<Integer>> requests = Stream.generate(() -> sender.confirms(Journeys.RIDE))
                .limit(10)
                .<Callable<Integer>>map(bookingId -> () -> dispatcher
                        .assigns(driver.driverId(), bookingId)
                        .extract()
                        .statusCode())
                .toList();
        List<Integer> answers = AtOnce.run(requests);
        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
    }

    @Test
    void after_the_delivery_or_a_refusal_the_driver_is_free_again() {
        Trip trip = Trip.assigned(sender.confirms(Journeys.RIDE)).pickedUp();
        trip.driver().person().does("deliver", trip.bookingId()).statusCode(200);

        UUID refused = sender.confirms(Journeys.RIDE);
        dispatcher.assigns(trip.driver().driverId(), refused).statusCode(200);
        Facts.about(refused).paid().receipt("F 1").refused(trip.driver()).show("status", "PAID");
        dispatcher
                .assigns(trip.driver().driverId(), sender.confirms(Journeys.RIDE))
                .statusCode(200);
    }
}
