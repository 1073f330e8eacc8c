package rw.ishemalink.identity.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingTest {

    @Test
    void who_was_never_rated_has_no_rating() {
        assertThat(Rating.of(0, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, 1, 500", "9, 2, 450", "13, 3, 433", "14, 3, 467", "1, 1, 100", "37, 8, 463"})
    void the_mean_is_rounded_half_up_to_hundredths(long stars, long count, int hundredths) {
        assertThat(Rating.of(stars, count)).contains(new Rating(hundredths, count));
    }

    @Property
    void the_mean_lies_between_the_worst_and_the_best(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 1, max = 5) Integer> stars) {
        long sum = stars.stream().mapToLong(Integer::longValue).sum();
        int worst = stars.stream().mapToInt(Integer::intValue).min().orElseThrow();
        int best = stars.stream().mapToInt(Integer::intValue).max().orElseThrow();

        assertThat(Rating.of(sum, stars.size()).orElseThrow().hundredths()).isBetween(100 * worst, 100 * best);
    }
}
