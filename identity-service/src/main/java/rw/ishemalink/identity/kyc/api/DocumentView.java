package rw.ishemalink.identity.kyc.api;

import java.time.LocalDate;
import rw.ishemalink.identity.kyc.IdentityDocument;
import rw.ishemalink.identity.kyc.IdentityDocumentKind;

/**
 * One's own document.
 *
 * @param numberEnding the last three of its number
 * @param seen whether staff saw it
 * @param confirmed whether the platform confirmed it
 */
public record DocumentView(
        IdentityDocumentKind kind, String numberEnding, LocalDate validUntil, boolean seen, boolean confirmed) {

    static DocumentView of(IdentityDocument document) {
        return new DocumentView(
                document.kind(),
                document.numberEnding(),
                document.validUntil(),
                document.seenBy().isPresent(),
                document.confirmedBy().isPresent());
    }
}
