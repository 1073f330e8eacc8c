package rw.ishemalink.kit.chain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** The hash of a place: SHA-256 over the hash before, as 32 bytes, and the bytes of what stands there. */
public final class HashChain {

    private HashChain() {}

    /** What stands at a place, as bytes; they say the place's number and time too. */
    @FunctionalInterface
    public interface Content {
        byte[] at(long sequence, Instant sealedAt);
    }

    /** The seal that follows. A clock that goes back does not take the chain along. */
    public static Seal next(Seal before, Instant at, Content content) {
        Instant sealedAt = at.isBefore(before.sealedAt()) ? before.sealedAt() : at;
        long sequence = before.sequence() + 1;
        return new Seal(sequence, hash(before.hash(), content.at(sequence, sealedAt)), sealedAt);
    }

    /** Whether the seal is the one that follows. */
    public static boolean follows(Seal before, Seal seal, Content content) {
        return seal.hash().equals(hash(before.hash(), content.at(seal.sequence(), seal.sealedAt())));
    }

    /** SHA-256, 32 bytes. */
    public static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    private static String hash(String before, byte[] content) {
        MessageDigest sha256 = digest();
        sha256.update(HexFormat.of().parseHex(before));
        sha256.update(content);
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
