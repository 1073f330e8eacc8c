package rw.ishemalink.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.token.RefreshFamily.Verdict;

class RefreshFamilyTest {

    @Test
    void the_current_token_is_rotated() {
        assertThat(family(false, false).verdict()).isEqualTo(Verdict.ROTATE);
    }

    @Test
    void a_rotated_token_revokes_the_family() {
        assertThat(family(false, true).verdict()).isEqualTo(Verdict.REVOKE);
    }

    @Test
    void what_has_ended_stays_as_it_ended() {
        assertThat(family(true, false).verdict()).isEqualTo(Verdict.REFUSE);
        assertThat(family(true, true).verdict()).isEqualTo(Verdict.REFUSE);
    }

    private static RefreshFamily family(boolean ended, boolean tokenRotated) {
        return new RefreshFamily(UUID.randomUUID(), UUID.randomUUID(), "ishemalink", ended, tokenRotated);
    }
}
