package rw.ishemalink.identity.kyc.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import rw.ishemalink.identity.kyc.DocumentNumber;
import rw.ishemalink.identity.kyc.IdentityDocumentKind;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * One's own identity document.
 *
 * @param kind NATIONAL_ID, PASSPORT, REFUGEE_ID or FOREIGNER_ID
 * @param number as it stands on it; spaces and hyphens do not matter
 * @param validUntil the last day
 */
public record DocumentRequest(
        @NotNull IdentityDocumentKind kind,
        @NotBlank @Size(max = 30) String number,
        @NotNull LocalDate validUntil) {

    static DocumentNumber number(String written) {
        return DocumentNumber.find(written).orElseThrow(() -> ProblemException.badRequest("document-number-not-valid"));
    }

    /** Never the number: this text could reach logs. */
    @Override
    public String toString() {
        return "DocumentRequest[" + kind + "]";
    }
}
