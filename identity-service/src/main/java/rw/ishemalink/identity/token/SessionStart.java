package rw.ishemalink.identity.token;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a login when it begins.
 *
 * @param deviceName what the device says it is; people tell their logins apart by it
 * @param clientId whose login it is; empty for our own apps, which log in directly
 * @param scopes what the person let the client do
 * @param loggedInAt when the person logged in, if that was before; empty: now
 */
public record SessionStart(
        Optional<String> deviceName, Optional<String> clientId, Set<String> scopes, Optional<Instant> loggedInAt) {

    private static final int LONGEST = 80;

    public SessionStart {
        deviceName = deviceName.map(SessionStart::cut).filter(name -> !name.isEmpty());
        scopes = Set.copyOf(scopes);
    }

    /** A login of our own app on the device that names itself like that in {@code User-Agent}. */
    public static SessionStart on(@Nullable String userAgent) {
        return new SessionStart(Optional.ofNullable(userAgent), Optional.empty(), Set.of(), Optional.empty());
    }

    private static String cut(String userAgent) {
        String readable = userAgent.replaceAll("\\p{Cntrl}", "").strip();
        return readable.codePointCount(0, readable.length()) <= LONGEST
                ? readable
                : readable.substring(0, readable.offsetByCodePoints(0, LONGEST));
    }
}
