package rw.ishemalink.compliance.mds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            true,  false, true,  true,  SERVICE_START
            true,  true,  true,  false, SERVICE_END
            true,  false, true,  false, -
            true,  true,  true,  true,  -
            true,  true,  false, true,  DECOMMISSIONED
            true,  false, false, false, DECOMMISSIONED
            false, false, false, true,  -
            false, true,  true,  true,  SERVICE_START
            false, false, true,  true,  SERVICE_START
            false, true,  true,  false, RECOMMISSIONED
            false, false, true,  false, RECOMMISSIONED
            """)
    void a_change_of_standing_is_at_most_one_event(
            boolean active, boolean onDuty, boolean thenActive, boolean thenOnDuty, EventType type) {
        assertThat(new Standing(active, onDuty)
                        .changeTo(new Standing(thenActive, thenOnDuty))
                        .orElse(null))
                .isEqualTo(type);
    }

    @Test
    void a_new_vehicle_is_told_of_when_it_goes_to_work() {
        assertThat(Standing.NEW.changeTo(new Standing(true, false))).isEmpty();
        assertThat(Standing.NEW.changeTo(new Standing(true, true))).contains(EventType.SERVICE_START);
    }

    @ParameterizedTest
    @CsvSource({
        "DRIVER, DRIVER_CANCELLATION",
        "CUSTOMER, PASSENGER_CANCELLATION",
        "SENDER, PASSENGER_CANCELLATION",
        "DISPATCHER, PROVIDER_CANCELLATION",
        "SYSTEM, PROVIDER_CANCELLATION"
    })
    void who_cancels_makes_the_event(String role, EventType type) {
        assertThat(EventType.cancelledBy(role)).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void a_cancellation_frees_the_vehicle(EventType type) {
        assertThat(type.name().endsWith("CANCELLATION"))
                .isEqualTo(type.mdsName().endsWith("_cancellation"));
        assertThat(!type.name().endsWith("CANCELLATION") || type.after() == VehicleState.AVAILABLE)
                .isTrue();
    }
}
