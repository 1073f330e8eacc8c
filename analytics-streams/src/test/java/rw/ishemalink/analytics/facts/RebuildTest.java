package rw.ishemalink.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.analytics.BookingLife;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.analytics.BrokenRule;

/** Generations: each counts everything anew from what the ones before it have published, and they never quarrel. */
class RebuildTest {

    private static final String FIRST = "analytics-streams";
    private static final String SECOND = "analytics-streams-g2";

    private static final String PAID = "LAW-PAID";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path stateDir;

    @SuppressWarnings("NullAway.Init")
    private Gathering first;

    @SuppressWarnings("NullAway.Init")
    private Gathering second;

    @BeforeEach
    void open() {
        first = new Gathering(stateDir.resolve("1"), FIRST);
        second = new Gathering(stateDir.resolve("2"), SECOND);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void when_all_events_are_gone_the_facts_alone_give_the_same_cells_and_violations() {
        for (Story story : stories()) {
            first.hear(story);
        }
        first.hear(unlawful());
        first.longSilence();
        assertThat(first.violations()).isNotEmpty();
        assertThat(first.cells()).isNotEmpty();

        second.read(first.compacted());
        second.longSilence();

        same();
        assertThat(second.published()).isEmpty();
    }

    @Test
    void events_that_are_still_there_change_nothing_more() {
        List<Story> stories = stories();
        stories.add(unlawful());
        stories.forEach(first::hear);
        first.longSilence();

        second.read(first.compacted());
        for (Story story : stories) {
            List<Story.Event> all = story.told();
            second.hear(story.bookingId(), all.subList(all.size() / 2, all.size()));
        }
        second.longSilence();
        same();
    }

    @Test
    void what_a_generation_has_published_itself_is_passed_over() {
        Story story = Story.begin().paid();
        first.hear(story);
        List<TestRecord<String, byte[]>> published = first.published();
        assertThat(published).singleElement().satisfies(record -> assertThat(Gathering.generation(record))
                .isEqualTo(FIRST));
        assertThat(Gathering.facts(published.getFirst())).isEqualTo(first.facts(story.bookingId()));

        first.read(published);
        assertThat(first.published()).isEmpty();
    }

    @Test
    void what_changes_in_another_hour_is_published_again() {
        Story story = Story.begin().paid();
        List<Story.Event> all = story.told();
        first.hear(story.bookingId(), all.subList(0, 2));
        assertThat(first.published()).hasSize(1);
        first.hear(story.bookingId(), all);
        assertThat(first.published()).hasSize(1).allSatisfy(record -> assertThat(Gathering.facts(record))
                .isEqualTo(first.facts(story.bookingId())));
        assertThat(first.published()).isEmpty();
    }

    @Test
    void whoever_knows_more_publishes_it_again_and_then_both_are_silent() {
        Story story = Story.random(new Random(8), BookingLife.begin(), 10);
        List<Story.Event> all = story.told();
        first.hear(story);
        second.hear(story.bookingId(), all.subList(0, 2));
        first.published();

        first.read(second.compacted());
        List<TestRecord<String, byte[]>> answer = ours(first, FIRST);
        assertThat(answer).isNotEmpty();
        second.read(answer);
        assertThat(ours(second, SECOND)).isEmpty();
        assertThat(second.facts()).isEqualTo(first.facts());
    }

    @Test
    void a_violation_that_the_whole_story_refutes_is_not_taken_over() {
        Story story = convicted();
        second.hear(story);
        second.read(first.compacted());
        assertThat(rules(second, story)).doesNotContain(PAID);

        first.hear(story.bookingId(), story.told(Topics.PAYMENT_EVENTS));
        first.read(ours(second, SECOND));
        assertThat(rules(first, story)).doesNotContain(PAID);
    }

    @Test
    void what_was_found_published_and_withdrawn_stays_withdrawn_in_a_rebuild() {
        Story story = convicted();
        List<TestRecord<String, byte[]>> found = first.published();
        first.hear(story.bookingId(), story.told(Topics.PAYMENT_EVENTS));
        assertThat(rules(first, story)).doesNotContain(PAID);
        List<TestRecord<String, byte[]>> withdrawn = first.published();

        second.read(found);
        assertThat(rules(second, story)).contains(PAID);
        second.read(withdrawn);
        assertThat(rules(second, story)).doesNotContain(PAID);
        same();
        second.read(found);
        same();
    }

    @Test
    void what_another_generation_withdrew_is_not_brought_back_by_what_was_known_before() {
        Story story = convicted();
        second.read(first.published());
        second.published();
        first.hear(story.bookingId(), story.told(Topics.PAYMENT_EVENTS));

        List<TestRecord<String, byte[]>> withdrawn = first.published();
        second.read(withdrawn);
        assertThat(ours(second, SECOND)).isEmpty();
        same();
    }

    @Test
    void who_has_heard_the_booking_but_not_yet_the_proof_lets_the_violation_stand_until_then() {
        Story story = convicted();
        second.hear(story.bookingId(), withoutPayments(story));
        second.longSilence();
        first.hear(story.bookingId(), story.told(Topics.PAYMENT_EVENTS));
        second.read(first.published());
        assertThat(rules(second, story)).contains(PAID);

        second.hear(story.bookingId(), story.told(Topics.PAYMENT_EVENTS));
        assertThat(rules(second, story)).doesNotContain(PAID);
        assertThat(second.violations()).isEqualTo(first.violations());
    }

    @Test
    void a_violation_stands_while_a_rebuild_has_not_read_as_far_as_its_step() {
        Story story = convicted();
        List<Story.Event> read = withoutPayments(story);
        second.read(first.compacted());
        for (Story.Event event : read) {
            second.hear(story.bookingId(), List.of(event));
            assertThat(rules(second, story)).contains(PAID);
        }
        second.longSilence();
        same();
        assertThat(ours(second, SECOND)).isEmpty();
    }

    /** The first generation has not heard of the payment and has waited for long. */
    private Story convicted() {
        Story story = Story.begin().paid().booking(life -> life.assignedTo(new UUID(0, 1)));
        first.hear(story.bookingId(), withoutPayments(story));
        first.longSilence();
        assertThat(rules(first, story)).contains(PAID);
        return story;
    }

    private static List<Story.Event> withoutPayments(Story story) {
        return story.told().stream()
                .filter(event -> event.topic() != Topics.PAYMENT_EVENTS)
                .toList();
    }

    private static List<String> rules(Gathering gathering, Story story) {
        return gathering.facts(story.bookingId()).violations().stream()
                .map(BrokenRule::getRule)
                .toList();
    }

    private void same() {
        assertThat(second.cells()).isEqualTo(first.cells());
        assertThat(second.facts()).isEqualTo(first.facts());
        assertThat(second.violations()).isEqualTo(first.violations());
    }

    private static List<TestRecord<String, byte[]>> ours(Gathering gathering, String generation) {
        return gathering.published().stream()
                .filter(record -> Gathering.generation(record).equals(generation))
                .toList();
    }

    private static List<Story> stories() {
        Random random = new Random(20_261_122);
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            stories.add(Story.random(random, BookingLife.begin(), 10));
        }
        return stories;
    }

    /** It is delivered, and nobody picked it up. */
    private static Story unlawful() {
        return Story.begin()
                .paid()
                .booking(life -> life.assignedTo(new UUID(0, 1)))
                .booking(BookingLife::delivered);
    }
}
