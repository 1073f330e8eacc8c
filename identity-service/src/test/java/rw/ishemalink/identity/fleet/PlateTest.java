package rw.ishemalink.identity.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateTest {

    @ParameterizedTest
    @CsvSource({
        "RAB 123 C, RAB 123 C",
        "rab123c, RAB 123 C",
        " RAB-123-C , RAB 123 C",
        "RC 001 A, RC 001 A",
        "GR 452 E, GR 452 E",
        "GRM 452 E, GRM 452 E",
        "GL 452 E, GL 452 E",
        "GP 111 B, GP 111 B",
        "IT 234 R A, IT 234 R A",
        "CMD 012 R, CMD 012 R"
    })
    void plates_are_spaced_as_on_the_vehicle(String written, String plate) {
        assertThat(Plate.find(written)).contains(new Plate(plate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RAB 000 C", "RAO 123 C", "RAB 12 C", "RAB 1234 C", "UBA 123 A", "RABC 123 D", "123"})
    void what_is_no_rwandan_plate_is_none(String written) {
        assertThat(Plate.find(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a, A", "A1, A1", "b at, B AT", "BAT, B AT", "D1, D1", "F, F"})
    void categories_are_in_capitals(String written, String category) {
        assertThat(DrivingCategory.find(written)).contains(new DrivingCategory(category));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G", "C1", "A2", "AA", "AT"})
    void what_is_no_category_is_none(String written) {
        assertThat(DrivingCategory.find(written)).isEmpty();
    }
}
