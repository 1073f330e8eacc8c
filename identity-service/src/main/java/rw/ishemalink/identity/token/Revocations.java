package rw.ishemalink.identity.token;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import rw.ishemalink.identity.standing.Sequences;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.identity.TokenRevocation;

/** Tells all who verify tokens which of them count no longer. */
@Singleton
class Revocations {

    private final Sequences sequences;

    Revocations(Sequences sequences) {
        this.sequences = sequences;
    }

    /** Tells of all of them when the transaction commits. */
    void publish(Tx tx, List<Revocation> revocations) {
        if (revocations.isEmpty()) {
            return;
        }
        Map<UUID, Long> counts =
                revocations.stream().collect(Collectors.groupingBy(Revocation::subjectId, Collectors.counting()));
        Map<UUID, Long> next = new HashMap<>();
        sequences
                .last(tx.sql(), Topics.TOKEN_REVOCATIONS, counts)
                .forEach((subject, last) -> next.put(subject, last - counts.getOrDefault(subject, 0L)));
        for (Revocation revocation : revocations) {
            long number = next.merge(revocation.subjectId(), 1L, Long::sum);
            tx.publish(Topics.TOKEN_REVOCATIONS, revocation.subjectId(), event(tx, revocation, number));
        }
    }

    private static TokenRevocation event(Tx tx, Revocation revocation, long number) {
        return TokenRevocation.newBuilder()
                .setMetadata(tx.metadata(revocation.tenant(), number))
                .setPersonId(revocation.subjectId())
                .setSessionId(revocation.sessionId().orElse(null))
                .setIssuedUntil(revocation.issuedUntil())
                .setExpiresAt(revocation.expiresAt())
                .build();
    }
}
