package rw.ishemalink.tracking.geofence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistrictsTest {

    @Test
    void there_are_thirty_each_with_a_name() {
        assertThat(Districts.listAll())
                .hasSize(30)
                .extracting(Districts.District::name)
                .doesNotHaveDuplicates();
        assertThat(Districts.findDistrict("24")).map(Districts.District::name).contains("Huye");
        assertThat(Districts.find("99")).isEmpty();
    }

    @Test
    void the_middle_of_a_district_is_in_it_and_kampala_in_none() {
        for (Districts.District district : Districts.listAll()) {
            assertThat(Districts.findAround(district.circle().centre())).contains(district);
        }
        assertThat(Districts.findAround(new GeoPoint(0.3476, 32.5825))).isEmpty();
    }
}
