package rw.ishemalink.kit.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.kit.testing.SuiteResource;

class ColumnCipherTest {

    private static final SealedColumn PHONE = new SealedColumn("person", "phone");
    private static final SealedColumn NAME = new SealedColumn("person", "name");

    private final String keyOne = SuiteResource.newKey();
    private final String keyTwo = SuiteResource.newKey();
    private final ColumnCipher cipher = new ColumnCipher(Keyring.parse("k1:" + keyOne));
    private final UUID row = UUID.randomUUID();

    @Test
    void what_was_sealed_opens_in_its_place_and_says_nothing_before() {
        String sealed = cipher.seal(PHONE, row, "+250788123456");
        assertThat(sealed).startsWith("v1:k1:").doesNotContain("788123456");
        assertThat(cipher.open(PHONE, row, sealed)).isEqualTo("+250788123456");
    }

    @Test
    void the_same_value_is_never_sealed_to_the_same_text() {
        assertThat(cipher.seal(PHONE, row, "+250788123456")).isNotEqualTo(cipher.seal(PHONE, row, "+250788123456"));
    }

    @Test
    void moved_to_another_row_or_column_a_value_does_not_open() {
        String sealed = cipher.seal(PHONE, row, "+250788123456");
        assertThatThrownBy(() -> cipher.open(PHONE, UUID.randomUUID(), sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher.open(NAME, row, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void one_changed_letter_does_not_open() {
        String sealed = cipher.seal(NAME, row, "Uwase");
        int place = sealed.lastIndexOf(':') + 1;
        char other = sealed.charAt(place) == 'A' ? 'B' : 'A';
        String changed = sealed.substring(0, place) + other + sealed.substring(place + 1);
        assertThatThrownBy(() -> cipher.open(NAME, row, changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void after_a_rotation_the_old_key_still_opens_and_the_new_one_seals() {
        String old = cipher.seal(NAME, row, "Uwase");
        ColumnCipher rotated = new ColumnCipher(Keyring.parse("k2:%s,k1:%s".formatted(keyTwo, keyOne)));
        assertThat(rotated.open(NAME, row, old)).isEqualTo("Uwase");
        assertThat(rotated.seal(NAME, row, "Uwase")).startsWith("v1:k2:");
        assertThatThrownBy(() -> new ColumnCipher(Keyring.parse("k2:" + keyTwo)).open(NAME, row, old))
                .hasMessage("there is no key k1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k1", "k1:", "k1:c2hvcnQ=", "K1:%s", "k1:%s,", "k1:not base64"})
    void what_is_no_key_is_refused_with_what_to_do(String written) {
        assertThatThrownBy(() -> Keyring.parse(written.formatted(keyOne)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("openssl rand")
                .hasMessageNotContaining(keyOne);
    }

    @Test
    void a_key_named_twice_is_refused() {
        assertThatThrownBy(() -> Keyring.parse("k1:%s,k1:%s".formatted(keyOne, keyTwo)))
                .hasMessageContaining("twice");
    }

    @Test
    void an_index_is_the_same_within_a_column_of_a_tenant_and_nowhere_else() {
        BlindIndex index = new BlindIndex(keyOne);
        byte[] one = index.of(PHONE, "ishemalink", "+250788123456");
        assertThat(one).hasSize(32).isEqualTo(index.of(PHONE, "ishemalink", "+250788123456"));
        assertThat(one)
                .isNotEqualTo(index.of(PHONE, "ishemalink", "+250788123457"))
                .isNotEqualTo(index.of(PHONE, "other", "+250788123456"))
                .isNotEqualTo(index.of(NAME, "ishemalink", "+250788123456"))
                .isNotEqualTo(new BlindIndex(keyTwo).of(PHONE, "ishemalink", "+250788123456"));
    }
}
