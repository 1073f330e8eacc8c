package rw.ishemalink.identity.recovery.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.kyc.DocumentNumber;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.identity.people.Tenants;
import rw.ishemalink.identity.recovery.LostPhone;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * Somebody lost the SIM.
 *
 * @param oldPhone of the account
 * @param newPhone where it shall go
 * @param documentNumber of the identity document that staff once saw
 * @param tenant the brand; without it ishemalink
 */
public record RecoveryRequest(
        @NotBlank @Size(max = 20) String oldPhone,
        @NotBlank @Size(max = 20) String newPhone,
        @NotBlank @Size(max = 30) String documentNumber,
        @Size(max = 40) @Nullable String tenant) {

    LostPhone toLostPhone() {
        return new LostPhone(
                Objects.requireNonNullElse(tenant, Tenants.DEFAULT),
                phone(oldPhone),
                phone(newPhone),
                number(documentNumber));
    }

    static DocumentNumber number(String written) {
        return DocumentNumber.find(written).orElseThrow(() -> ProblemException.badRequest("document-number-not-valid"));
    }

    private static Phone phone(String written) {
        return Phone.find(written).orElseThrow(() -> ProblemException.badRequest("phone-not-valid"));
    }

    /** Never phones or number: this text could reach logs. */
    @Override
    public String toString() {
        return "RecoveryRequest[" + tenant + "]";
    }
}
