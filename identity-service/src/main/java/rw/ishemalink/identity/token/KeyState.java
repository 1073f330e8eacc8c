package rw.ishemalink.identity.token;

/** Where a signing key stands in its life. */
public enum KeyState {
    /** Published, so that whoever verifies knows it by the time that it signs. */
    NEXT,
    /** Signs. */
    ACTIVE,
    /** Signs no more; published until the last token that it signed has ended. */
    RETIRED
}
