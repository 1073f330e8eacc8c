package rw.ishemalink.compliance.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.driver.Hearing.Wish;

class HearingTest {

    private static final UUID DRIVER = UUID.randomUUID();

    @Test
    void papers_that_were_handed_in_are_looked_at_whatever_is_told_after() {
        assertThat(together(Wish.WATCH, Wish.CHECK, Wish.CHECK_IF_NEW, Wish.WATCH))
                .containsExactly(Wish.CHECK);
    }

    @Test
    void a_driver_who_rests_is_not_looked_at_until_somebody_says_so() {
        assertThat(together(Wish.CHECK, Wish.REST)).containsExactly(Wish.REST);
        assertThat(together(Wish.REST, Wish.WATCH)).containsExactly(Wish.WATCH);
        assertThat(together(Wish.REST, Wish.CHECK)).containsExactly(Wish.CHECK);
    }

    @Test
    void every_driver_comes_once() {
        UUID other = UUID.randomUUID();

        assertThat(Hearing.together(
                        List.of(hearing(DRIVER, Wish.CHECK), hearing(other, Wish.WATCH), hearing(DRIVER, Wish.WATCH))))
                .containsExactlyInAnyOrder(hearing(DRIVER, Wish.CHECK), hearing(other, Wish.WATCH));
    }

    private static List<Wish> together(Wish... wishes) {
        return Hearing.together(
                        Stream.of(wishes).map(wish -> hearing(DRIVER, wish)).toList())
                .stream()
                .map(Hearing::wish)
                .toList();
    }

    private static Hearing hearing(UUID driverId, Wish wish) {
        return new Hearing(driverId, "ishemalink", wish, "c1");
    }
}
