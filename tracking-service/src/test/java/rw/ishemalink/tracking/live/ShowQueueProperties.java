package rw.ishemalink.tracking.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What a client is shown, however what it missed and what comes meanwhile fall together. */
class ShowQueueProperties {

    private static final UUID TRUCK = new UUID(0, 9);

    @Property
    void who_resumes_is_shown_all_that_was_missed_once_and_in_order(
            @ForAll @Size(max = 30) List<@IntRange(max = 60) Integer> missed,
            @ForAll @Size(max = 30) List<@IntRange(max = 60) Integer> meanwhile) {
        ShowQueue queue = new ShowQueue(1_000);
        meanwhile.forEach(second -> {
            queue.offer(shown(second));
            assertThat(queue.poll()).as("before it is known what was missed").isNull();
        });
        queue.open(missed.stream().map(ShowQueueProperties::shown).toList());

        Set<Long> all = new TreeSet<>();
        missed.forEach(second -> all.add(shown(second).micros()));
        meanwhile.forEach(second -> all.add(shown(second).micros()));
        assertThat(drain(queue)).containsExactlyElementsOf(all);
    }

    @Property
    void whatever_comes_when_nothing_older_follows_a_newer_one(
            @ForAll @Size(max = 60) List<@IntRange(min = -20, max = 60) Integer> steps) {
        ShowQueue queue = new ShowQueue(5);
        queue.open(List.of(shown(3)));
        List<Long> seen = new ArrayList<>();
        for (int step : steps) {
            if (step < 0) {
                Shown next = queue.poll();
                if (next != null) {
                    seen.add(next.micros());
                }
            } else {
                queue.offer(shown(step));
            }
        }
        seen.addAll(drain(queue));
        assertThat(seen).isSorted().doesNotHaveDuplicates();
    }

    @Example
    void a_slow_client_gets_fewer_and_always_the_newest() {
        ShowQueue queue = new ShowQueue(1_000);
        queue.open(List.of());
        for (int second = 1; second <= 500; second++) {
            queue.offer(shown(second));
        }
        assertThat(drain(queue)).containsExactly(shown(500).micros());
    }

    @Example
    void what_comes_while_it_catches_up_waits_behind_what_was_missed() {
        ShowQueue queue = new ShowQueue(1_000);
        queue.open(List.of(shown(1), shown(2)));
        queue.poll();
        queue.offer(shown(3));
        queue.offer(shown(4));
        assertThat(drain(queue)).containsExactly(shown(2).micros(), shown(3).micros(), shown(4).micros());
    }

    @Example
    void no_more_than_so_many_ever_wait() {
        ShowQueue queue = new ShowQueue(2);
        queue.offer(shown(1));
        queue.offer(shown(2));
        queue.offer(shown(3));
        queue.open(List.of(shown(0)));
        assertThat(drain(queue)).containsExactly(shown(2).micros(), shown(3).micros());
    }

    private static List<Long> drain(ShowQueue queue) {
        List<Long> seen = new ArrayList<>();
        for (Shown next = queue.poll(); next != null; next = queue.poll()) {
            seen.add(next.micros());
        }
        assertThat(queue.isEmpty()).isTrue();
        return seen;
    }

    private static Shown shown(int second) {
        return new Shown(Fixtures.trip(TRUCK), Fixtures.at(TRUCK, second));
    }
}
