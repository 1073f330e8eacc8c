package rw.ishemalink.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.load.FixText.PhoneFix;

class FixTextTest {

    private static final PhoneFix KIGALI = new PhoneFix(-1.94407, 30.061_885_4, 40, 1_795_000_000_123L);

    @Test
    void one_fix_is_an_object() throws Exception {
        JsonNode fix = new ObjectMapper().readTree(FixText.json(List.of(KIGALI)));
        assertThat(fix.path("latitude").asText()).isEqualTo("-1.94407");
        assertThat(fix.path("longitude").asText()).isEqualTo("30.061885");
        assertThat(fix.path("speedKmh").asInt()).isEqualTo(40);
        assertThat(fix.path("recordedAt").asText()).isEqualTo("2026-11-18T11:06:40.123Z");
    }

    @Test
    void many_are_an_array() throws Exception {
        JsonNode fixes = new ObjectMapper().readTree(FixText.json(List.of(KIGALI, KIGALI)));
        assertThat(fixes)
                .hasSize(2)
                .allMatch(fix -> fix.path("longitude").asText().equals("30.061885"));
    }

    @Test
    void traccar_writes_knots_and_milliseconds() {
        assertThat(FixText.osmand("KEY", KIGALI))
                .isEqualTo("id=KEY&lat=-1.944070&lon=30.061885&timestamp=1795000000123&speed=21.6&accuracy=8&batt=80");
    }
}
