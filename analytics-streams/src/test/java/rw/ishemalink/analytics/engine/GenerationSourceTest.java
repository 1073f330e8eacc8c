package rw.ishemalink.analytics.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each generation has an application id of its own, and so its own topics, offsets and state directory. */
class GenerationSourceTest {

    @ParameterizedTest
    @CsvSource({"1, analytics-streams", "2, analytics-streams-g2", "17, analytics-streams-g17"})
    void a_generation_is_the_end_of_the_application_id(String generation, String applicationId) {
        assertThat(applicationId(Map.of("ishema.analytics.generation", generation)))
                .isEqualTo(applicationId);
    }

    @Test
    void without_a_setting_it_is_the_first() {
        assertThat(applicationId(Map.of())).isEqualTo("analytics-streams");
    }

    private static String applicationId(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new GenerationSource())
                .withSources(new PropertiesConfigSource(settings, "settings", 300))
                .withDefaultValue("id", "analytics-streams${analytics-streams.generation-suffix:}")
                .build()
                .getConfigValue("id")
                .getValue();
    }
}
