package rw.ishemalink.identity.privacy.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.privacy.Wish;

/**
 * What the caller wishes for.
 *
 * @param code the newest one-time code of the caller's phone; for ERASE only
 */
public record WishRequest(
        @NotNull Wish wish,
        @Pattern(regexp = "\\d{6}") @Nullable String code) {

    /** Never the code: this text could reach logs. */
    @Override
    public String toString() {
        return "WishRequest[" + wish + "]";
    }
}
