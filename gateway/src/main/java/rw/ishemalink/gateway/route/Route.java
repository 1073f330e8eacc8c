package rw.ishemalink.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * One service behind the door.
 *
 * @param service its name
 * @param origin where it listens, scheme, host and port
 * @param prefixes the paths it answers, e.g. {@code /api/bookings}: itself and everything below
 * @param open paths below them that need no token: exact, or with everything below if they end in {@code /}
 * @param bounds how long it may take and how much it takes
 */
public record Route(String service, URI origin, List<String> prefixes, List<String> open, Bounds bounds) {

    /**
     * What the door holds requests to a service to.
     *
     * @param answerTimeout the longest wait for its answer
     * @param maxBodyBytes the largest body that it is sent
     */
    public record Bounds(Duration answerTimeout, long maxBodyBytes) {}

    public Route {
        prefixes = List.copyOf(prefixes);
        open = List.copyOf(open);
    }

    /** The length of the prefix that covers the path; 0 when none does. */
    int coverage(String path) {
        return prefixes.stream()
                .filter(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** Whether the path needs no token. */
    public boolean isOpen(String path) {
        return open.stream().anyMatch(free -> path.equals(free) || (free.endsWith("/") && path.startsWith(free)));
    }
}
