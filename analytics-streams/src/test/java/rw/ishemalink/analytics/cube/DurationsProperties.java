package rw.ishemalink.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

/** What quantiles of durations promise. */
class DurationsProperties {

    private static final double PERCENT = 2.5;

    @Property
    void a_quantile_is_that_of_the_sorted_durations_to_two_per_cent_and_a_second(
            @ForAll @NotEmpty List<@IntRange(min = 60, max = 1_000_000) Integer> seconds,
            @ForAll @DoubleRange(min = 0.01, max = 1) double part) {
        List<Integer> sorted = seconds.stream().sorted().toList();
        int exact = sorted.get((int) Math.max(1, Math.ceil(part * sorted.size())) - 1);
        assertThat(of(seconds).quantile(part))
                .hasValueSatisfying(found -> assertThat(found.toSeconds()).isCloseTo(exact, withinPercentage(PERCENT)));
    }

    @Property
    void what_was_added_can_be_taken_away_again(
            @ForAll List<@IntRange(max = 1_000_000) Integer> kept,
            @ForAll List<@IntRange(max = 1_000_000) Integer> takenBack) {
        assertThat(of(kept).plus(of(takenBack)).plus(of(takenBack).negative())).isEqualTo(of(kept));
    }

    @Property
    void the_order_of_adding_changes_nothing(
            @ForAll List<@IntRange(max = 1_000_000) Integer> some,
            @ForAll List<@IntRange(max = 1_000_000) Integer> others) {
        assertThat(of(some).plus(of(others))).isEqualTo(of(others).plus(of(some)));
        assertThat(of(some).plus(of(others)).count()).isEqualTo(some.size() + others.size());
    }

    private static Durations of(List<Integer> seconds) {
        return seconds.stream().map(Duration::ofSeconds).map(Durations::of).reduce(Durations.NONE, Durations::plus);
    }
}
