package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.tracking.detect.Drive.north;
import static rw.ishemalink.tracking.detect.Plans.HUYE;
import static rw.ishemalink.tracking.detect.Plans.KABALE;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.detect.Plausibility.Jump;
import rw.ishemalink.tracking.detect.Plausibility.Trust;
import rw.ishemalink.tracking.detect.Plausibility.Verdict;
import rw.ishemalink.tracking.position.Position;

class PlausibilityTest {

    private final List<Position> believed = new ArrayList<>();
    private final List<Position> jumps = new ArrayList<>();
    private Trust trust = Trust.NONE;

    @Test
    void a_single_jump_is_given_up_as_soon_as_the_next_position_agrees_with_the_one_before() {
        Position first = fix(0, 0);
        Position wild = fix(1, 150_000);
        Position next = fix(2, 900);
        judge(first, wild);
        assertThat(believed).containsExactly(first);
        assertThat(jumps).isEmpty();
        judge(next);
        assertThat(believed).containsExactly(first, next);
        assertThat(jumps).containsExactly(wild);
    }

    @Test
    void two_that_agree_with_each_other_win_over_one_that_was_wrong() {
        Position wrong = fix(0, 150_000);
        Position first = fix(1, 0);
        Position second = fix(2, 900);
        judge(wrong, first, second, fix(3, 1_800));
        assertThat(believed).containsExactly(wrong, first, second, fix(3, 1_800));
        assertThat(jumps).isEmpty();
    }

    @Test
    void of_many_that_all_disagree_each_is_given_up_by_the_next() {
        judge(fix(0, 0), fix(1, 150_000), fix(2, 300_000), fix(3, 450_000), fix(4, 10));
        assertThat(believed).containsExactly(fix(0, 0), fix(4, 10));
        assertThat(jumps).containsExactly(fix(1, 150_000), fix(2, 300_000), fix(3, 450_000));
    }

    @Test
    void what_is_within_both_accuracies_is_no_jump_however_quick() {
        Position vague = Drive.position(0, HUYE, null, 800.0);
        assertThat(Plausibility.findJump(vague, Drive.position(1 / 60.0, north(HUYE, 900), null, 100.0)))
                .isEmpty();
        assertThat(Plausibility.findJump(Drive.position(0, HUYE, null, 10.0), Drive.position(0, KABALE, null, 10.0)))
                .isPresent();
    }

    @Test
    void the_speed_that_a_jump_would_need_is_told() {
        assertThat(Plausibility.findJump(fix(0, 0), fix(60, 500_000)).map(Jump::neededKmh))
                .hasValueSatisfying(kmh -> assertThat(kmh).isBetween(495.0, 501.0));
    }

    @Provide
    Arbitrary<List<Position>> tracks() {
        return Tracks.any();
    }

    @Property(tries = 300)
    void every_position_but_the_last_suspect_is_believed_or_given_up_and_believed_ones_are_in_order(
            @ForAll("tracks") List<Position> track) {
        forget();
        judge(track.toArray(Position[]::new));
        List<Position> judged = new ArrayList<>(believed);
        judged.addAll(jumps);
        if (trust.suspect() != null) {
            judged.add(trust.suspect());
        }
        assertThat(judged).containsExactlyInAnyOrderElementsOf(track);
        assertThat(believed).extracting(Position::recordedAt).isSorted();
    }

    @BeforeEach
    void forget() {
        believed.clear();
        jumps.clear();
        trust = Trust.NONE;
    }

    private void judge(Position... positions) {
        for (Position position : positions) {
            Verdict verdict = Plausibility.judge(trust, position);
            trust = verdict.trust();
            believed.addAll(verdict.believed());
            verdict.jump().map(Jump::position).ifPresent(jumps::add);
        }
    }

    private static Position fix(int minute, double metresNorth) {
        return Drive.position(minute, north(HUYE, metresNorth), null, null);
    }
}
