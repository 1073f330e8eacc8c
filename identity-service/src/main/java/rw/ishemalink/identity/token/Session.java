package rw.ishemalink.identity.token;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A login that is open, as its owner sees it.
 *
 * @param sessionId the {@code sid} of its tokens
 * @param deviceName what the device said it was
 * @param clientId whose login it is; empty for our own apps
 * @param lastUsedAt when it last got tokens
 * @param endsAt when it ends if it is not used
 */
public record Session(
        UUID sessionId,
        Optional<String> deviceName,
        Optional<String> clientId,
        Instant startedAt,
        Instant lastUsedAt,
        Instant endsAt) {}
