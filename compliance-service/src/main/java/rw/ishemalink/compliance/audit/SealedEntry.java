package rw.ishemalink.compliance.audit;

import java.time.Instant;
import rw.ishemalink.kit.chain.CanonicalText;
import rw.ishemalink.kit.chain.HashChain;
import rw.ishemalink.kit.chain.Seal;

/**
 * An entry at its place. What is chained is the SHA-256 of the canonical text, so that a place can be proven to somebody
 * who may not read it.
 */
public record SealedEntry(Seal seal, TrailEntry entry) {

    /** The entry at the place after that. */
    static SealedEntry next(Seal before, TrailEntry entry, Instant at) {
        return new SealedEntry(HashChain.next(before, at, content(entry)), entry);
    }

    /** Whether this is what was sealed after that. */
    boolean follows(Seal before) {
        return HashChain.follows(before, seal, content(entry));
    }

    /** What the chain holds of the entry: SHA-256 of its canonical text. */
    public byte[] digest() {
        return content(entry).at(seal.sequence(), seal.sealedAt());
    }

    private static HashChain.Content content(TrailEntry entry) {
        return (sequence, sealedAt) ->
                HashChain.sha256(text(sequence, sealedAt, entry).toBytes());
    }

    /** The canonical text, as docs/audit.md lists its fields. */
    static CanonicalText text(long sequence, Instant sealedAt, TrailEntry entry) {
        return new CanonicalText()
                .add(sequence)
                .add(sealedAt)
                .add(entry.tenant())
                .add(entry.eventId())
                .add(entry.topic())
                .add(entry.type())
                .add(entry.occurredAt())
                .add(entry.eventSequence())
                .add(entry.keyId())
                .add(entry.bookingId())
                .add(entry.subjectId())
                .add(entry.actorId())
                .add(entry.actorRole())
                .add(entry.driverId())
                .add(entry.vehicleId())
                .add(entry.fromStatus())
                .add(entry.toStatus())
                .add(entry.reason())
                .add(entry.correlationId())
                .add(entry.causationId())
                .add(entry.kafkaPartition())
                .add(entry.kafkaOffset())
                .add(entry.eventSha256());
    }
}
