package rw.ishemalink.analytics.law;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Which breaches are certain. A breach that another topic's event could still excuse is certain once that topic has been
 * read well past the moment at which the proof was due. A topic that nobody writes on any more never gets there: then a
 * long wait by the clock decides, which is safe because a proof is on its topic before the step that needs it is taken.
 *
 * @param readUpTo event time up to which each topic has been read in this partition
 */
record Court(Map<LawRule.Evidence, Instant> readUpTo, Instant now) {

    /** By how much events of a topic may be out of the order of their times. */
    static final Duration GRACE = Duration.ofMinutes(10);

    /** How long a silent topic is waited for. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    Court {
        readUpTo = Map.copyOf(readUpTo);
    }

    /** Whether the breach, heard of then, can be excused by nothing any more. */
    boolean isCertain(Breach breach, Instant heardAt) {
        LawRule.Evidence evidence = breach.rule().evidence();
        return evidence == LawRule.Evidence.BOOKING
                || !now.isBefore(heardAt.plus(PATIENCE))
                || readUpTo.getOrDefault(evidence, Instant.EPOCH)
                        .isAfter(breach.at().at().plus(GRACE));
    }
}
