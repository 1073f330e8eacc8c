package rw.ishemalink.payment.payees.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Provider;

/**
 * Where an operator is paid.
 *
 * @param phone a Rwandan mobile phone
 * @param provider without it the one whose numbers begin like the phone's
 */
public record WalletRequest(
        @Schema(examples = "+250788123456") @NotNull @Pattern(regexp = "\\+2507[2389]\\d{7}")
        String phone,

        @Nullable Provider provider) {

    Optional<Provider> findProvider() {
        return Optional.ofNullable(provider);
    }

    /** Personal data: this text could reach logs. */
    @Override
    public String toString() {
        return "WalletRequest[" + provider + "]";
    }
}
