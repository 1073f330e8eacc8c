package rw.ishemalink.booking.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Proof;

/**
 * What a driver gives when the booking is handed over.
 *
 * @param code the receiver's six digits; null where none were given
 * @param photoSha256 of a photograph, 64 hexadecimal digits; null where none was taken
 * @param recordedAt by the phone's clock
 */
public record Handover(@Nullable String code, @Nullable String photoSha256, Instant recordedAt) {

    Proof proof(Proof.Code compared) {
        return new Proof(recordedAt, compared, photoSha256);
    }

    /** Never the code: this text reaches logs. */
    @Override
    public String toString() {
        return "Handover[" + recordedAt + "]";
    }
}
