package rw.ishemalink.identity.kyc;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The document that a person named.
 *
 * @param over whether it is not valid any more
 * @param seenBy who of the staff saw it
 * @param confirmedBy who confirmed it beyond that
 */
public record IdentityDocument(
        UUID personId,
        IdentityDocumentKind kind,
        DocumentNumber number,
        LocalDate validUntil,
        boolean over,
        Optional<UUID> seenBy,
        Optional<UUID> confirmedBy) {

    /** The last three of its number. */
    public String numberEnding() {
        return number.ending();
    }

    /** Whether staff saw a document of that number, and it is still valid. */
    public boolean proves(DocumentNumber named) {
        return seenBy.isPresent() && !over && number.equals(named);
    }

    /** Whether it is the very document that is named, and still valid. */
    boolean is(IdentityDocumentKind named, DocumentNumber itsNumber) {
        return !over && kind == named && number.equals(itsNumber);
    }

    /** Never the number: this text could reach logs. */
    @Override
    public String toString() {
        return "IdentityDocument[" + personId + ", " + kind + "]";
    }
}
