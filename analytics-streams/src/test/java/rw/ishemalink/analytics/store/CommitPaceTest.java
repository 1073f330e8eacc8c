package rw.ishemalink.analytics.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class CommitPaceTest {

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final CommitPace pace = CommitPace.of(context);

    @Test
    void little_is_committed_soon() {
        passes(1);
        assertThat(context.committed()).isTrue();
    }

    @Test
    void much_waits_for_the_interval() {
        passes(CommitPace.MUCH + 1);
        assertThat(context.committed()).isFalse();
    }

    @Test
    void nothing_needs_no_commit() {
        passes(0);
        assertThat(context.committed()).isFalse();
    }

    @Test
    void each_moment_counts_for_itself() {
        passes(CommitPace.MUCH + 1);
        passes(CommitPace.MUCH);
        assertThat(context.committed()).isTrue();
    }

    private void passes(int records) {
        for (int i = 0; i < records; i++) {
            pace.counted();
        }
        context.scheduledPunctuators().getFirst().getPunctuator().punctuate(0);
    }
}
