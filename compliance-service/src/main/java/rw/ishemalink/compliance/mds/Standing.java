package rw.ishemalink.compliance.mds;

import java.util.Optional;

/**
 * How a vehicle stands with the provider.
 *
 * @param active whether its driver may be offered work at all
 * @param onDuty whether its driver wants work now
 */
public record Standing(boolean active, boolean onDuty) {

    /** How a vehicle stood of which nothing was told before. */
    public static final Standing NEW = new Standing(true, false);

    /** What the change to another standing is in MDS; empty when it is none. */
    public Optional<EventType> changeTo(Standing after) {
        if (active && !after.active) {
            return Optional.of(EventType.DECOMMISSIONED);
        }
        if (!after.active) {
            return Optional.empty();
        }
        if (after.onDuty && !(active && onDuty)) {
            return Optional.of(EventType.SERVICE_START);
        }
        if (!active) {
            return Optional.of(EventType.RECOMMISSIONED);
        }
        return onDuty && !after.onDuty ? Optional.of(EventType.SERVICE_END) : Optional.empty();
    }
}
