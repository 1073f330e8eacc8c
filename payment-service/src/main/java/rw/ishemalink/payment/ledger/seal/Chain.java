package rw.ishemalink.payment.ledger.seal;

import java.time.Instant;
import rw.ishemalink.kit.chain.CanonicalText;
import rw.ishemalink.kit.chain.HashChain;
import rw.ishemalink.kit.chain.Seal;

/** What stands at a transfer's place in the chain: the canonical text of place and transfer. */
final class Chain {

    private Chain() {}

    /** The seal that follows. */
    static Seal next(Seal before, Booked transfer, Instant at) {
        return HashChain.next(before, at, content(transfer));
    }

    /** Whether the seal is the one that follows. */
    static boolean follows(Seal before, Booked transfer, Seal seal) {
        return HashChain.follows(before, seal, content(transfer));
    }

    private static HashChain.Content content(Booked transfer) {
        return (sequence, sealedAt) -> canonical(sequence, sealedAt, transfer).toBytes();
    }

    static String text(long sequence, Instant sealedAt, Booked transfer) {
        return canonical(sequence, sealedAt, transfer).toString();
    }

    private static CanonicalText canonical(long sequence, Instant sealedAt, Booked transfer) {
        return new CanonicalText()
                .add(sequence)
                .add(sealedAt)
                .add(transfer.tenant())
                .add(transfer.transferId())
                .add(transfer.kind())
                .add(transfer.phase())
                .add(transfer.subject())
                .add(transfer.subjectId())
                .add(transfer.reference())
                .add(transfer.resolves())
                .add(transfer.corrects())
                .add(transfer.reason())
                .add(transfer.postedAt())
                .add(transfer.entries());
    }
}
