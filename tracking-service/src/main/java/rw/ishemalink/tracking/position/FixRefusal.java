package rw.ishemalink.tracking.position;

import java.util.Optional;
import rw.ishemalink.schemas.tracking.RefusalReason;

/** Why a fix is not taken. */
public enum FixRefusal {
    /** latitude, longitude or recordedAt is missing. */
    MISSING_FIELD(RefusalReason.MISSING_FIELD),
    /** Not on Earth. */
    OUT_OF_WORLD(RefusalReason.OUT_OF_WORLD),
    /** 0°, 0°: what a phone says that does not know. */
    ZERO_ISLAND(RefusalReason.ZERO_ISLAND),
    /** The phone's clock is ahead. */
    IN_THE_FUTURE(RefusalReason.IN_THE_FUTURE),
    /** Older than anything that is still open. */
    TOO_OLD(RefusalReason.TOO_OLD),
    /** Speed, bearing, accuracy, altitude, charge or seal that no vehicle or phone has. */
    IMPOSSIBLE(RefusalReason.IMPOSSIBLE),
    /** Says nothing of the vehicle that it names, so it is not kept. */
    NOT_YOUR_VEHICLE;

    private final Optional<RefusalReason> reason;

    FixRefusal() {
        this.reason = Optional.empty();
    }

    FixRefusal(RefusalReason reason) {
        this.reason = Optional.of(reason);
    }

    /** As the contract of {@code tracking.refusals} calls it; empty where the fix is not kept apart. */
    public Optional<RefusalReason> findReason() {
        return reason;
    }
}
