package rw.ishemalink.compliance.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PapersAnswerTest {

    private static final PapersAnswer CLEARED = PapersAnswer.cleared(Optional.of(LocalDate.of(2027, 3, 31)));
    private static final PapersAnswer RENEWED = PapersAnswer.cleared(Optional.of(LocalDate.of(2028, 3, 31)));
    private static final PapersAnswer REFUSED = PapersAnswer.refused(List.of("VEHICLE-INSURANCE"));

    @Test
    void who_waits_is_told_whatever_was_said_before() {
        assertThat(CLEARED.isNewsAfter(Optional.of(CLEARED), true)).isTrue();
        assertThat(REFUSED.isNewsAfter(Optional.empty(), true)).isTrue();
    }

    @Test
    void who_does_not_wait_is_told_what_is_otherwise_than_before() {
        assertThat(CLEARED.isNewsAfter(Optional.of(CLEARED), false)).isFalse();
        assertThat(RENEWED.isNewsAfter(Optional.of(CLEARED), false)).isTrue();
        assertThat(REFUSED.isNewsAfter(Optional.of(CLEARED), false)).isTrue();
    }

    @Test
    void silence_is_told_once_and_only_to_who_waits() {
        assertThat(PapersAnswer.WAITING.isNewsAfter(Optional.of(CLEARED), true)).isTrue();
        assertThat(PapersAnswer.WAITING.isNewsAfter(Optional.of(PapersAnswer.WAITING), true))
                .isFalse();
        assertThat(PapersAnswer.WAITING.isNewsAfter(Optional.of(CLEARED), false))
                .isFalse();
    }

    @Test
    void what_is_told_is_numbered_without_a_gap() {
        CheckJob job = new CheckJob(UUID.randomUUID(), "ishemalink", false, 4, Optional.of(CLEARED), "c1");

        assertThat(job.with(CLEARED, 9).sequence()).isEqualTo(4);
        assertThat(job.with(REFUSED, 9).sequence()).isEqualTo(5);
    }
}
