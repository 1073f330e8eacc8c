package rw.ishemalink.payment.collecting.api;

import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Provider;

/**
 * Whom to ask this time.
 *
 * @param provider without it the one whose numbers begin like the phone's
 * @param phone a Rwandan mobile phone; without it the one that was asked before
 */
public record AttemptRequest(
        @Nullable Provider provider,

        @Schema(examples = "+250733123456") @Nullable @Pattern(regexp = "\\+2507[2389]\\d{7}")
        String phone) {

    static final AttemptRequest AS_BEFORE = new AttemptRequest(null, null);

    Optional<Provider> findProvider() {
        return Optional.ofNullable(provider);
    }

    Optional<Msisdn> findPhone() {
        return Optional.ofNullable(phone).map(Msisdn::of);
    }

    /** Personal data: this text could reach logs. */
    @Override
    public String toString() {
        return "AttemptRequest[" + provider + "]";
    }
}
