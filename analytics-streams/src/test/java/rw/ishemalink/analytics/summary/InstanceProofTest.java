package rw.ishemalink.analytics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.SuiteResource;

/** Only instances prove that they are one. */
class InstanceProofTest {

    private static final Instant NOW = Instant.parse("2026-10-02T10:00:00Z");
    private static final String PATH = "/internal/instances/cells?span=DAY.1.2";

    private final String key = SuiteResource.newKey();

    @Test
    void who_has_the_key_proves_it_for_this_question_and_for_a_minute() {
        String proof = at(NOW, key).prove(PATH);
        assertThat(at(NOW.plusSeconds(60), key).isProof(proof, PATH)).isTrue();
        assertThat(at(NOW.plusSeconds(61), key).isProof(proof, PATH)).isFalse();
        assertThat(at(NOW.minusSeconds(61), key).isProof(proof, PATH)).isFalse();
        assertThat(at(NOW, key).isProof(proof, PATH + "3")).isFalse();
    }

    @Test
    void another_key_and_other_words_prove_nothing() {
        assertThat(at(NOW, key).isProof(at(NOW, SuiteResource.newKey()).prove(PATH), PATH))
                .isFalse();
        assertThat(at(NOW, key).isProof("", PATH)).isFalse();
        assertThat(at(NOW, key).isProof("1.ab", PATH)).isFalse();
    }

    @Test
    void a_short_key_is_refused_at_the_start() {
        assertThatThrownBy(() -> at(NOW, "c2hvcnQ=")).isInstanceOf(IllegalArgumentException.class);
    }

    private static InstanceProof at(Instant now, String key) {
        return new InstanceProof(key, Clock.fixed(now, ZoneOffset.UTC));
    }
}
