package rw.ishemalink.kit.chain;

import java.time.Instant;

/**
 * A place in a tenant's chain: whoever noted it can later tell whether anything before it was changed.
 *
 * @param sequence 1, 2, 3 … without gaps
 * @param hash SHA-256 over the seal before and what is sealed, 64 hexadecimal digits
 * @param sealedAt by the database's clock, never before that of the seal before
 */
public record Seal(long sequence, String hash, Instant sealedAt) {

    /** Before the first. */
    public static final Seal GENESIS = new Seal(0, "0".repeat(64), Instant.EPOCH);
}
