package rw.ishemalink.booking.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.booking.testing.DispatchStage;
import rw.ishemalink.booking.testing.Drivers;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** A ride with one driver off duty near by and one who took it; who may know what of that. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ExplanationTest {

    private final Someone sender = Someone.sender();
    private Drivers off;
    private Drivers taker;
    private UUID bookingId;

    @BeforeEach
    void a_ride_is_taken() {
        DispatchStage stage = DispatchStage.alone();
        off = stage.motoOffDuty(30);
        taker = stage.moto(70);
        bookingId = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(taker, bookingId);
        taker.person().does("accept", bookingId).statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DISPATCHER", "AUDITOR", "TENANT_ADMIN", "PLATFORM_ADMIN", "GOVERNMENT"})
    void staff_see_everybody_who_was_considered_nearest_first(Role role) {
        ValidatableResponse answer = dispatch(Someone.with(role));
        answer.statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("batches", equalTo(1))
                .body("counts.considered", equalTo(2))
                .body("counts.refused", equalTo(Map.of("OFF_DUTY", 1)))
                .body("counts.offers", equalTo(Map.of("ACCEPTED", 1)))
                .body(
                        "drivers.driverId",
                        contains(off.driverId().toString(), taker.driverId().toString()))
                .body("drivers.gate", contains("OFF_DUTY", null))
                .body("drivers.offer", contains(null, "ACCEPTED"))
                .body("drivers.distanceMetres", contains(30, 70))
                .body("drivers.batch", contains(1, 1));
        assertThat(answer.extract().asString()).doesNotContain("788000002");
    }

    @Test
    void the_sender_sees_how_many_and_not_whom() {
        ValidatableResponse answer = dispatch(sender);
        answer.statusCode(200).body("counts.considered", equalTo(2)).body("drivers", nullValue());
        assertThat(answer.extract().asString())
                .doesNotContain(taker.driverId().toString())
                .doesNotContain(off.driverId().toString());
    }

    @Test
    void the_driver_sees_no_other_drivers() {
        dispatch(taker.person()).statusCode(200).body("drivers", nullValue());
    }

    @Test
    void an_operator_sees_its_own_drivers() {
        dispatch(Someone.operatorOf(taker.operatorId()))
                .statusCode(200)
                .body("drivers.driverId", contains(taker.driverId().toString()));
    }

    @Test
    void whoever_may_not_see_the_booking_is_told_that_there_is_none() {
        Someone otherTenant = new Someone(
                UUID.randomUUID(),
                TestToken.of(Role.AUDITOR, Role.PLATFORM_ADMIN)
                        .tenant("geo-connect")
                        .sign());
        for (Someone stranger :
                new Someone[] {Someone.sender(), otherTenant, off.person(), Someone.operatorOf(off.operatorId())}) {
            dispatch(stranger).statusCode(404).body("type", equalTo("urn:ishemalink:problem:no-such-booking"));
        }
    }

    @Test
    void for_a_draft_nobody_is_sought() {
        UUID draft = sender.books(Journeys.RIDE);
        Someone.with(Role.AUDITOR)
                .gets("/api/bookings/{id}/dispatch", draft)
                .statusCode(200)
                .body("state", equalTo("NOT_SOUGHT"))
                .body("batches", equalTo(0))
                .body("drivers", hasSize(0));
    }

    private ValidatableResponse dispatch(Someone someone) {
        return someone.gets("/api/bookings/{id}/dispatch", bookingId);
    }
}
