package rw.ishemalink.tracking.position;

/** Why a fix is not taken. */
public enum FixRefusal {
    /** latitude, longitude or recordedAt is missing. */
    MISSING_FIELD,
    /** Not on Earth. */
    OUT_OF_WORLD,
    /** 0°, 0°: what a phone says that does not know. */
    ZERO_ISLAND,
    /** The phone's clock is ahead. */
    IN_THE_FUTURE,
    /** Speed, bearing or accuracy that no vehicle or phone has. */
    IMPOSSIBLE,
    NOT_YOUR_VEHICLE
}
