package rw.ishemalink.identity.token;

import java.util.UUID;

/**
 * A login that was just ended before its time.
 *
 * @param tokensLive whether an access token of it can still be good by itself
 */
record EndedSession(UUID sessionId, UUID personId, String tenant, boolean tokensLive) {}
