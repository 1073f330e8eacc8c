package rw.ishemalink.booking.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the driver's phone recorded when goods or a person changed hands.
 *
 * @param recordedAt by the phone's clock; without network that is hours before it reaches us
 * @param code whether the receiver's one-time code was given
 * @param photoSha256 of a photograph, 64 hexadecimal digits; null where none was taken
 */
public record Proof(Instant recordedAt, Code code, @Nullable String photoSha256) {

    /** The receiver's one-time code, compared. */
    public enum Code {
        /** None was given. */
        NONE,
        RIGHT,
        WRONG,
        /** Too many wrong ones were given; it no longer counts what is given. */
        LOCKED
    }

    /** No more than the time. */
    public static Proof at(Instant recordedAt) {
        return new Proof(recordedAt, Code.NONE, null);
    }
}
