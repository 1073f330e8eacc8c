package rw.ishemalink.kit.privacy;

import java.util.Optional;

/**
 * What forgetting a person came to.
 *
 * @param records rows that say nothing of the person any more
 * @param kept rows that the law makes us keep
 * @param keptBecause the law; empty where nothing is kept
 */
public record Erasure(long records, long kept, Optional<String> keptBecause) {

    /** Nothing had to be kept. */
    public static Erasure of(long records) {
        return new Erasure(records, 0, Optional.empty());
    }

    /** Some is kept, if there is any. */
    public static Erasure keeping(long records, long kept, String because) {
        return new Erasure(records, kept, kept == 0 ? Optional.empty() : Optional.of(because));
    }
}
