package rw.ishemalink.identity.token;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Access tokens that count no longer though they have not ended.
 *
 * @param subjectId the person or client whose they are
 * @param sessionId whose tokens; empty: all of the subject's
 * @param issuedUntil which tokens
 * @param expiresAt when the last of them ends by itself
 */
record Revocation(String tenant, UUID subjectId, Optional<UUID> sessionId, Instant issuedUntil, Instant expiresAt) {}
