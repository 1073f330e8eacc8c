package rw.ishemalink.payment.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrewTest {

    private final Crew crew = new Crew(Provider.MTN, 4);

    @Test
    void hands_at_work_are_not_free_until_they_are_given_back() {
        assertThat(crew.takeFree()).isEqualTo(4);
        assertThat(crew.takeFree()).isZero();
        crew.giveBack(1);
        assertThat(crew.takeFree()).isEqualTo(1);
    }

    @Test
    void it_looks_again_once_half_of_the_hands_are_free_if_there_was_work_for_all() {
        crew.takeFree();
        crew.tookAll(true);
        crew.giveBack(1);
        assertThat(crew.shouldLookAgain()).isFalse();
        crew.giveBack(1);
        assertThat(crew.shouldLookAgain()).isTrue();
        crew.tookAll(false);
        assertThat(crew.shouldLookAgain()).isFalse();
    }
}
