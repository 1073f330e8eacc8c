package rw.ishemalink.identity.fleet.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.fleet.DriverDocument;
import rw.ishemalink.identity.fleet.DriverDocumentKind;

/**
 * A paper.
 *
 * @param number as printed
 * @param validUntil the last day; left out where the paper does not end
 * @param sha256 of the file, 64 hexadecimal digits
 * @param reference where the file lies
 */
public record DriverDocumentRequest(
        @NotNull DriverDocumentKind kind,
        @NotBlank @Size(max = 40) String number,
        @Nullable LocalDate validUntil,
        @NotNull @Pattern(regexp = "[0-9a-fA-F]{64}") String sha256,
        @NotBlank @Size(max = 200) String reference) {

    DriverDocument toDocument() {
        return new DriverDocument(
                kind,
                number.strip().toUpperCase(Locale.ROOT),
                Optional.ofNullable(validUntil),
                sha256.toLowerCase(Locale.ROOT),
                reference.strip());
    }

    /** Never number or reference: this text could reach logs. */
    @Override
    public String toString() {
        return "DriverDocumentRequest[" + kind + "]";
    }
}
