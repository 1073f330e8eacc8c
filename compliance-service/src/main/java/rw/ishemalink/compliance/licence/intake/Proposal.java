package rw.ishemalink.compliance.licence.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceQuestion;

/**
 * An entry that one official wants made and another approves or rejects.
 *
 * @param question whose licence it is; null once it is decided: then the register alone says so
 * @param licence as it is to stand; null once it is decided
 */
public record Proposal(
        UUID proposalId,
        LicenceKind kind,
        @Nullable LicenceQuestion question,
        @Nullable Licence licence,
        String reason,
        UUID proposedBy,
        Instant proposedAt,
        State state,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable UUID licenceId) {

    /** Where it stands. */
    public enum State {
        PROPOSED,
        APPROVED,
        REJECTED
    }
}
