package rw.ishemalink.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.token.RefreshFamily.Verdict;

class RefreshFamilyTest {

    @Test
    void the_current_token_is_rotated() {
        assertThat(family(false, false).verdict(Optional.empty())).isEqualTo(Verdict.ROTATE);
    }

    @Test
    void a_rotated_token_revokes_the_family() {
        assertThat(family(false, true).verdict(Optional.empty())).isEqualTo(Verdict.REVOKE);
    }

    @Test
    void what_has_ended_stays_as_it_ended() {
        assertThat(family(true, false).verdict(Optional.empty())).isEqualTo(Verdict.REFUSE);
        assertThat(family(true, true).verdict(Optional.empty())).isEqualTo(Verdict.REFUSE);
    }

    @Test
    void a_token_that_another_shows_is_refused_and_ends_nothing() {
        assertThat(family(false, false).verdict(Optional.of("shop"))).isEqualTo(Verdict.REFUSE);
        assertThat(family(false, true).verdict(Optional.of("shop"))).isEqualTo(Verdict.REFUSE);
    }

    private static RefreshFamily family(boolean ended, boolean tokenRotated) {
        return new RefreshFamily(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "ishemalink",
                Optional.empty(),
                Set.of(),
                Instant.EPOCH,
                ended,
                tokenRotated);
    }
}
