package rw.ishemalink.identity.login;

import java.security.MessageDigest;
import java.util.UUID;

/**
 * A code as it is stored.
 *
 * @param hash HMAC of the code, bound to its id
 * @param spent redeemed already, or too old
 */
@SuppressWarnings("ArrayRecordComponent") // compared in constant time only
record OneTimeCode(UUID codeId, byte[] hash, int triesLeft, boolean spent) {

    /** What happens when a code is shown. */
    enum Verdict {
        REDEEM,
        /** Wrong while tries were left: one less from now on. */
        COUNT_A_TRY,
        REFUSE
    }

    Verdict verdict(byte[] shownHash) {
        if (spent || triesLeft == 0) {
            return Verdict.REFUSE;
        }
        return MessageDigest.isEqual(hash, shownHash) ? Verdict.REDEEM : Verdict.COUNT_A_TRY;
    }
}
