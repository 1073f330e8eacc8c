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

    private long nowMillis = System.currentTimeMillis();

    @BeforeEach
    void what_other_tests_did_in_this_thread_is_committed() {
        look();
        count(pace, 1);
        look();
        look();
        context.resetCommit();
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
    void a_thread_may_work_between_two_commits_however_long_they_take() {
        count(pace, 1);
        look();
        context.resetCommit();
        nowMillis += 10 * CommitPace.SOON.toMillis(); // the commit
        count(paceOfAnotherTask, 1);
        nowMillis += CommitPace.SOON.toMillis() / 2;
        lookNow();
        assertThat(ofAnotherTask.committed()).isFalse();
        look();
        assertThat(ofAnotherTask.committed()).isTrue();
    }

    @Test
    void one_commit_is_for_all_tasks_of_the_thread() {
        count(pace, 1);
        count(paceOfAnotherTask, 1);
        look();
        assertThat(context.committed()).isTrue();
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

    private void count(CommitPace pace, int records) {
        context.setCurrentSystemTimeMs(nowMillis);
        ofAnotherTask.setCurrentSystemTimeMs(nowMillis);
        for (int i = 0; i < records; i++) {
            pace.counted();
        }
    }

    private void look() {
        nowMillis += CommitPace.SOON.toMillis();
        lookNow();
    }

    private void lookNow() {
        context.scheduledPunctuators().getFirst().getPunctuator().punctuate(nowMillis);
        ofAnotherTask.scheduledPunctuators().getFirst().getPunctuator().punctuate(nowMillis);
    }
}
