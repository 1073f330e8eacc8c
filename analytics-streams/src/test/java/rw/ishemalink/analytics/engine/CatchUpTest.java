package rw.ishemalink.analytics.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a new generation knows what the one before it knew. */
class CatchUpTest {

    private static final CatchUp NOTHING = new CatchUp(0, 0);

    @Test
    void what_compaction_has_taken_away_need_not_be_counted() {
        CatchUp half = NOTHING.plus(1_000, 1_500, 2_000);
        assertThat(half).isEqualTo(new CatchUp(500, 1_000));
        assertThat(half.share()).isEqualTo(0.5);
        assertThat(half.isNear()).isFalse();
    }

    @Test
    void offsets_from_before_the_first_record_count_nothing() {
        assertThat(NOTHING.plus(1_000, 0, 2_000)).isEqualTo(new CatchUp(0, 1_000));
    }

    @Test
    void a_few_in_flight_are_near_and_a_small_topic_must_be_read_whole() {
        assertThat(NOTHING.plus(0, 1_000_000, 1_000_900).isNear()).isTrue();
        assertThat(NOTHING.plus(0, 1_000_000, 1_002_000).isNear()).isFalse();
        assertThat(NOTHING.plus(0, 0, 100).isNear()).isFalse();
        assertThat(NOTHING.plus(0, 99, 100).isNear()).isTrue();
    }

    @Test
    void where_there_was_nothing_all_is_counted() {
        assertThat(NOTHING.isNear()).isTrue();
        assertThat(NOTHING.share()).isEqualTo(1);
    }
}
