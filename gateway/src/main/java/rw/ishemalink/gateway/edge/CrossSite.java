package rw.ishemalink.gateway.edge;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a page of somebody else's may have made a browser send a request with the cookies of its user. Only what changes
 * something and is allowed by a cookie alone is looked at; the pages of logging in have a token of their own besides.
 */
final class CrossSite {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> OUR_OWN = Set.of("same-origin", "none");

    private CrossSite() {}

    /**
     * Judges by {@code Sec-Fetch-Site}, which no page can forge, else by {@code Origin}; a browser sends one of them.
     *
     * @param header finds a header by its name
     * @param host the door's name and port, as the request has it
     */
    static boolean isForged(String method, Headers header, Optional<String> host) {
        if (!CHANGING.contains(method) || header.find("Cookie") == null || header.find("Authorization") != null) {
            return false;
        }
        String site = header.find("Sec-Fetch-Site");
        if (site != null) {
            return !OUR_OWN.contains(site);
        }
        String origin = header.find("Origin");
        return origin == null
                || !host.map(name -> name.equalsIgnoreCase(authority(origin))).orElse(false);
    }

    /** Finds a header by its name. */
    @FunctionalInterface
    interface Headers {
        @Nullable
        String find(String name);
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
