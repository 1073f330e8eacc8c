package rw.ishemalink.compliance.licence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LicenceQuestionTest {

    @Test
    void a_plate_is_the_same_however_it_is_written() {
        assertThat(new LicenceQuestion(LicenceKind.VEHICLE_AUTHORISATION, "rab 123 c"))
                .isEqualTo(new LicenceQuestion(LicenceKind.VEHICLE_AUTHORISATION, "RAB123C"));
    }
}
