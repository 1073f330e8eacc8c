package rw.ishemalink.analytics.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitPaceTest {

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final MockProcessorContext<Void, Void> ofAnotherTask = new MockProcessorContext<>();
    private final CommitPace pace = CommitPace.of(context);
    private final CommitPace paceOfAnotherTask = CommitPace.of(ofAnotherTask);
    private long nowMillis;

    @BeforeEach
    void what_other_tests_did_in_this_thread_is_long_ago() {
        look();
        look();
    }

    @Test
    void little_is_committed_soon() {
        count(pace, 1);
        look();
        assertThat(context.committed()).isTrue();
    }

    @Test
    void much_waits_for_the_interval() {
        count(pace, CommitPace.MUCH + 1);
        look();
        assertThat(context.committed()).isFalse();
    }

    @Test
    void little_of_one_task_does_not_commit_much_of_another() {
        count(pace, 1);
        count(paceOfAnotherTask, CommitPace.MUCH);
        look();
        assertThat(context.committed()).isFalse();
        assertThat(ofAnotherTask.committed()).isFalse();
    }

    @Test
    void nothing_needs_no_commit() {
        look();
        assertThat(context.committed()).isFalse();
    }

    @Test
    void what_had_to_wait_is_committed_once_there_is_little() {
        count(pace, CommitPace.MUCH + 1);
        look();
        look();
        assertThat(context.committed()).isTrue();
    }

    private static void count(CommitPace pace, int records) {
        for (int i = 0; i < records; i++) {
            pace.counted();
        }
    }

    private void look() {
        nowMillis += CommitPace.SOON.toMillis();
        context.scheduledPunctuators().getFirst().getPunctuator().punctuate(nowMillis);
        ofAnotherTask.scheduledPunctuators().getFirst().getPunctuator().punctuate(nowMillis);
    }
}
