package rw.ishemalink.booking.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VehicleKindTest {

    @ParameterizedTest(name = "a {0} with {1}: {2}")
    @CsvSource({
        "MOTORCYCLE, A, true",
        "MOTORCYCLE, A1, true",
        "MOTORCYCLE, B, false",
        "CAR, B, true",
        "CAR, B AT, true",
        "CAR, BAT, true",
        "CAR, B1, true",
        "CAR, A, false",
        "TRUCK, C, true",
        "TRUCK, CAT, true",
        "TRUCK, B, false",
        "TRUCK, E, false",
        "BUS, D, true",
        "BUS, D1, false",
        "UNKNOWN, A, false"
    })
    void a_vehicle_is_driven_with_its_category(VehicleKind kind, String category, boolean may) {
        assertThat(kind.mayBeDrivenWith(Set.of("F", category))).isEqualTo(may);
    }
}
