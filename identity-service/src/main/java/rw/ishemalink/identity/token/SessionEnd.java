package rw.ishemalink.identity.token;

/** Why a login ended before its time. */
public enum SessionEnd {
    LOGOUT,
    /** A refresh token was shown twice: somebody else has it, too. */
    REUSE,
    ROLES_CHANGED,
    ERASED,
    /** Its owner or an administrator ended it. */
    REVOKED,
    BLOCKED,
    RECOVERED,
    CLIENT_ENDED
}
