package rw.ishemalink.identity.invitation;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.identity.people.Agency;
import rw.ishemalink.identity.standing.StandingEvents;
import rw.ishemalink.identity.standing.StandingFact;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.identity.IdentityChange;

/** Tells what becomes of invitations. */
@Singleton
class InvitationFacts {

    private final StandingEvents events;

    InvitationFacts(StandingEvents events) {
        this.events = events;
    }

    /** Who did it is named unless it was the invited or a deadline. */
    void tell(Tx tx, IdentityChange change, Invitation invitation, Optional<Caller> caller, Optional<String> reason) {
        UUID invited = invitation.personId();
        StandingFact fact = StandingFact.of(change)
                .about(
                        invitation.role().name(),
                        invitation.operatorId(),
                        invitation.agency().map(Agency::name));
        Optional<UUID> actor = caller.map(Caller::personId).filter(id -> !id.equals(invited));
        StandingFact byWhom = actor.map(fact::by).orElse(fact);
        events.publish(
                tx, invitation.tenant(), invited, reason.map(byWhom::because).orElse(byWhom));
    }
}
