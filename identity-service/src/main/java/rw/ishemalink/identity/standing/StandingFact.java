package rw.ishemalink.identity.standing;

import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.schemas.identity.IdentityChange;
import rw.ishemalink.schemas.identity.KycLevel;

/**
 * One fact about a person's, a client's or the signing keys' standing. Begin with {@link #of} and add what there is to say.
 *
 * @param actorId who did it; empty when the person or a deadline did
 * @param role the role that it is about
 * @param kyc how well the person is identified after it
 * @param reason why, in a code
 */
public record StandingFact(
        IdentityChange change,
        Optional<UUID> actorId,
        Optional<String> role,
        Optional<UUID> operatorId,
        Optional<String> agency,
        KycLevel kyc,
        Optional<String> reason) {

    /** That happened. */
    public static StandingFact of(IdentityChange change) {
        return new StandingFact(
                change,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                KycLevel.UNKNOWN,
                Optional.empty());
    }

    /** Somebody else did it. */
    public StandingFact by(UUID actor) {
        return new StandingFact(change, Optional.of(actor), role, operatorId, agency, kyc, reason);
    }

    /** It is about a role, held for an operator or an agency where those are named. */
    public StandingFact about(String itsRole, Optional<UUID> itsOperator, Optional<String> itsAgency) {
        return new StandingFact(change, actorId, Optional.of(itsRole), itsOperator, itsAgency, kyc, reason);
    }

    /** The person is from now on identified that well. */
    public StandingFact identified(KycLevel level) {
        return new StandingFact(change, actorId, role, operatorId, agency, level, reason);
    }

    /** Why, in a code. */
    public StandingFact because(String code) {
        return new StandingFact(change, actorId, role, operatorId, agency, kyc, Optional.of(code));
    }
}
