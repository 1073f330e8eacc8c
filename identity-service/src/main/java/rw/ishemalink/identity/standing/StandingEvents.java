package rw.ishemalink.identity.standing;

import jakarta.inject.Singleton;
import java.util.UUID;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.identity.IdentityEvent;

/** Tells facts of standing with the transaction that made them so. */
@Singleton
public class StandingEvents {

    private final Sequences sequences;

    StandingEvents(Sequences sequences) {
        this.sequences = sequences;
    }

    /** Tells it of a person, or of a client or the keys by the id that stands for them. */
    public void publish(Tx tx, String tenant, UUID subjectId, StandingFact fact) {
        long number = sequences.next(tx.sql(), Topics.IDENTITY_EVENTS, subjectId);
        tx.publish(
                Topics.IDENTITY_EVENTS,
                subjectId,
                IdentityEvent.newBuilder()
                        .setMetadata(tx.metadata(tenant, number))
                        .setChange(fact.change())
                        .setPersonId(subjectId)
                        .setActorId(fact.actorId().orElse(null))
                        .setRole(fact.role().orElse(null))
                        .setOperatorId(fact.operatorId().orElse(null))
                        .setAgency(fact.agency().orElse(null))
                        .setKycLevel(fact.kyc())
                        .setReason(fact.reason().orElse(null))
                        .build());
    }
}
