package rw.ishemalink.identity.kyc.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import rw.ishemalink.identity.kyc.IdentityDocumentKind;

/**
 * What staff sees on the paper in their hand.
 *
 * @param phone of the person who showed it
 */
public record SeenRequest(
        @NotBlank @Size(max = 20) String phone,
        @NotNull IdentityDocumentKind kind,
        @NotBlank @Size(max = 30) String number) {

    /** Never phone or number: this text could reach logs. */
    @Override
    public String toString() {
        return "SeenRequest[" + kind + "]";
    }
}
