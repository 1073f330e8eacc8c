package rw.ishemalink.kit.privacy;

import java.util.UUID;

/**
 * What a person asked of this service.
 *
 * @param answers how many were given so far
 */
record PrivacyTask(UUID requestId, String tenant, UUID personId, Wish wish, boolean done, long answers) {

    /** What is wished for. */
    enum Wish {
        EXPORT,
        ERASE
    }
}
