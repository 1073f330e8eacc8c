package rw.ishemalink.compliance.driver;

import java.util.Optional;
import java.util.UUID;

/**
 * A driver whose papers are looked at, as the table has it.
 *
 * @param wanted whether the fleet waits for an answer
 * @param sequence of the last answer that was told; 0: none yet
 * @param told that answer
 */
public record CheckJob(
        UUID driverId,
        String tenant,
        boolean wanted,
        long sequence,
        Optional<PapersAnswer> told,
        String correlationId) {

    /**
     * What becomes of it with an answer about the papers of that fleet event.
     *
     * @param papersOf sequence of the event
     */
    Checked with(PapersAnswer answer, long papersOf) {
        boolean news = answer.isNewsAfter(told, wanted);
        return new Checked(this, answer, papersOf, news, news ? sequence + 1 : sequence);
    }

    /**
     * A driver whose papers were looked at.
     *
     * @param news whether it is told
     * @param sequence of the last answer that was told, this one included
     */
    public record Checked(CheckJob job, PapersAnswer answer, long papersOf, boolean news, long sequence) {}
}
