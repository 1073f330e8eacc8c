package rw.ishemalink.identity.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Phone;

class DutyPolicyTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 3, 31);
    private static final UUID VEHICLE = UUID.randomUUID();

    @Test
    void a_driver_with_a_licence_and_the_own_vehicle_goes_on_duty() {
        assertThat(DutyPolicy.refuse(driver(DriverStatus.ACTIVE), Optional.of(VEHICLE), LAST_DAY.minusDays(1)))
                .isEmpty();
        assertThat(DutyPolicy.refuse(driver(DriverStatus.ACTIVE), Optional.empty(), LAST_DAY.minusDays(1)))
                .isEmpty();
    }

    @Test
    void the_licence_holds_on_its_last_day_and_not_after() {
        assertThat(DutyPolicy.refuse(driver(DriverStatus.ACTIVE), Optional.empty(), LAST_DAY))
                .isEmpty();
        assertThat(DutyPolicy.refuse(driver(DriverStatus.ACTIVE), Optional.empty(), LAST_DAY.plusDays(1)))
                .contains(DutyPolicy.Refusal.LICENCE_EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({"PENDING, driver-pending", "REJECTED, driver-rejected", "SUSPENDED, driver-suspended"})
    void only_an_active_driver_goes_on_duty_and_the_others_are_told_why(DriverStatus status, String code) {
        assertThat(DutyPolicy.refuse(driver(status), Optional.of(VEHICLE), LAST_DAY))
                .map(DutyPolicy.Refusal::code)
                .contains(code);
    }

    @Test
    void another_vehicle_is_not_driven() {
        assertThat(DutyPolicy.refuse(driver(DriverStatus.ACTIVE), Optional.of(UUID.randomUUID()), LAST_DAY))
                .contains(DutyPolicy.Refusal.OTHER_VEHICLE);
    }

    private static Driver driver(DriverStatus status) {
        return new Driver(
                UUID.randomUUID(),
                "ishemalink",
                1,
                "Habimana Jean",
                new Phone("+250788123456"),
                Language.RW,
                new DrivingLicence("DL1", List.of(new DrivingCategory("A")), LAST_DAY),
                status,
                1,
                Optional.empty(),
                new Vehicle(VEHICLE, new VehicleDetails(new Plate("RAB 123 C"), VehicleKind.MOTORCYCLE, 0)),
                Optional.empty(),
                false,
                Optional.empty());
    }
}
