package rw.ishemalink.compliance.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClipTest {

    private static final String LORRY = "\uD83D\uDE9A";

    @Test
    void what_fits_stays_as_it_is() {
        assertThat(Clip.atMost(3, "abc")).isEqualTo("abc");
        assertThat(Clip.atMost(2, LORRY)).isEqualTo(LORRY);
        assertThat(Clip.atMost(3, "")).isEmpty();
    }

    @Test
    void what_is_too_long_ends_at_the_last_whole_character() {
        assertThat(Clip.atMost(3, "abcd")).isEqualTo("abc");
        assertThat(Clip.atMost(3, "ab" + LORRY)).isEqualTo("ab");
        assertThat(Clip.atMost(4, "ab" + LORRY + "c")).isEqualTo("ab" + LORRY);
        assertThat(Clip.atMost(1, LORRY)).isEmpty();
    }
}
