package rw.ishemalink.identity.token.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A refresh token, to be exchanged or given up. */
public record RefreshRequest(@NotBlank @Size(max = 100) String refreshToken) {

    /** Never the token: this text could reach logs. */
    @Override
    public String toString() {
        return "RefreshRequest[…]";
    }
}
