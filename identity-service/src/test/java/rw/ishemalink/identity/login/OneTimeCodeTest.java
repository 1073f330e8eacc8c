package rw.ishemalink.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.login.OneTimeCode.Verdict;

class OneTimeCodeTest {

    private static final byte[] RIGHT = {1, 2, 3};
    private static final byte[] WRONG = {1, 2, 4};

    @Test
    void the_right_code_is_redeemed_up_to_the_last_try() {
        assertThat(code(1, false).verdict(RIGHT)).isEqualTo(Verdict.REDEEM);
    }

    @Test
    void a_wrong_code_costs_a_try() {
        assertThat(code(5, false).verdict(WRONG)).isEqualTo(Verdict.COUNT_A_TRY);
    }

    @Test
    void without_tries_even_the_right_code_is_refused() {
        assertThat(code(0, false).verdict(RIGHT)).isEqualTo(Verdict.REFUSE);
    }

    @Test
    void a_spent_code_is_refused() {
        assertThat(code(5, true).verdict(RIGHT)).isEqualTo(Verdict.REFUSE);
    }

    private static OneTimeCode code(int triesLeft, boolean spent) {
        return new OneTimeCode(UUID.randomUUID(), RIGHT, triesLeft, spent);
    }
}
