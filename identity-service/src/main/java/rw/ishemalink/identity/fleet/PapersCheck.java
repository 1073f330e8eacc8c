package rw.ishemalink.identity.fleet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What compliance says of a driver's papers.
 *
 * @param sequence counts the checks of this driver
 * @param papersOf the driver's version whose papers were looked at
 * @param refusals ids of the rules that refuse; empty unless they do
 * @param validUntil the last day on which it holds, if nothing changes
 */
public record PapersCheck(
        long sequence,
        long papersOf,
        Outcome outcome,
        List<String> refusals,
        Optional<LocalDate> validUntil,
        Instant at) {

    /** Unknown is WAITING, never a yes. */
    public enum Outcome {
        CLEARED,
        REFUSED,
        WAITING
    }

    public PapersCheck {
        refusals = List.copyOf(refusals);
    }

    /** Whether it is newer than what was heard before, and about the papers in force. */
    boolean isNewsOf(Driver driver) {
        boolean isNewer = driver.check()
                .map(PapersCheck::sequence)
                .filter(heard -> heard >= sequence)
                .isEmpty();
        return isNewer && papersOf >= driver.papersVersion() && papersOf <= driver.version();
    }
}
