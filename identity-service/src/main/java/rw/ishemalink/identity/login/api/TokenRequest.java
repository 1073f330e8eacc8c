package rw.ishemalink.identity.login.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges a one-time code for tokens.
 *
 * @param phone the phone that the code was sent to
 * @param code six digits
 * @param tenant the brand to log in to; without it ishemalink
 */
public record TokenRequest(
        @NotBlank @Size(max = 20) String phone,
        @NotNull @Pattern(regexp = "[0-9]{6}") String code,
        @Size(max = 40) @Nullable String tenant) {

    /** Never phone or code: this text could reach logs. */
    @Override
    public String toString() {
        return "TokenRequest[" + tenant + "]";
    }
}
