package rw.ishemalink.identity.token.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.token.Session;

/**
 * A login that is open.
 *
 * @param device what the device said it was, by which people tell their logins apart
 * @param client through which client the person logged in; absent for our own apps
 * @param current whether it is the one that asks
 * @param lastUsedAt when it last got tokens
 * @param endsAt when it ends if it is not used
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionView(
        UUID sessionId,
        @Nullable String device,
        @Nullable String client,
        boolean current,
        Instant startedAt,
        Instant lastUsedAt,
        Instant endsAt) {

    static SessionView of(Session session, Optional<UUID> current) {
        return new SessionView(
                session.sessionId(),
                session.deviceName().orElse(null),
                session.clientId().orElse(null),
                current.filter(session.sessionId()::equals).isPresent(),
                session.startedAt(),
                session.lastUsedAt(),
                session.endsAt());
    }
}
