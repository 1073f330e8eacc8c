package rw.ishemalink.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

    private static final Optional<String> KEY = Optional.of(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void each_purpose_has_a_key_of_its_own_and_always_the_same() {
        byte[] codes = new MasterKey(KEY).derive("codes", "HmacSHA256").getEncoded();

        assertThat(codes).hasSize(32);
        assertThat(new MasterKey(KEY).derive("codes", "HmacSHA256").getEncoded())
                .isEqualTo(codes);
        assertThat(new MasterKey(KEY).derive("keys", "HmacSHA256").getEncoded()).isNotEqualTo(codes);
    }

    @Test
    void without_a_key_the_start_stops_and_says_what_to_do() {
        assertThatThrownBy(() -> new MasterKey(Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("openssl rand -base64 32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2hvcnQ=", "not base64!"})
    void a_key_of_another_form_stops_the_start_without_showing_it(String key) {
        assertThatThrownBy(() -> new MasterKey(Optional.of(key)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining(key);
    }

    @Test
    void what_is_sealed_opens_with_the_same_label_only() throws Exception {
        Seal seal = new Seal(new MasterKey(KEY), "test");
        byte[] sealed = seal.close(new byte[] {1, 2, 3}, "row 1");

        assertThat(seal.open(sealed, "row 1")).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> seal.open(sealed, "row 2")).isInstanceOf(javax.crypto.AEADBadTagException.class);
        assertThat(seal.close(new byte[] {1, 2, 3}, "row 1")).isNotEqualTo(sealed);
    }
}
