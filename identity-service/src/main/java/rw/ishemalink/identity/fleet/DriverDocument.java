package rw.ishemalink.identity.fleet;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A paper as it was described by whoever handed it in. The file lies elsewhere; its digest says whether it is the same.
 *
 * @param number as printed
 * @param validUntil the last day; empty where the paper does not end
 * @param sha256 of the file, 64 hexadecimal digits
 * @param reference where the file lies, in the words of whoever keeps it
 */
public record DriverDocument(
        DriverDocumentKind kind, String number, Optional<LocalDate> validUntil, String sha256, String reference) {

    /** Never number or reference: this text could reach logs. */
    @Override
    public String toString() {
        return "DriverDocument[" + kind + "]";
    }
}
