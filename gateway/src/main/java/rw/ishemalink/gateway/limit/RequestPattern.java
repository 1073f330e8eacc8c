package rw.ishemalink.gateway.limit;

import java.util.Optional;

/**
 * Requests to a path and everything below it.
 *
 * @param method only with this method; empty: with any
 * @param path e.g. {@code /api/bookings}; {@code /} covers everything
 */
public record RequestPattern(Optional<String> method, String path) {

    /** Reads e.g. {@code POST /api/bookings} or {@code /mds}. */
    public static RequestPattern parse(CharSequence text) {
        String[] parts = text.toString().strip().split(" +", -1);
        return switch (parts.length) {
            case 1 -> new RequestPattern(Optional.empty(), parts[0]);
            case 2 -> new RequestPattern(Optional.of(parts[0]), parts[1]);
            default -> throw new IllegalArgumentException("not a method and a path: " + text);
        };
    }

    /** How exactly it covers the request: the length of its path, a method breaks the tie; 0 when it does not. */
    int coverage(String askedMethod, String askedPath) {
        boolean covers = method.map(askedMethod::equals).orElse(true)
                && (path.equals("/") || askedPath.equals(path) || askedPath.startsWith(path + "/"));
        return covers ? path.length() * 2 + (method.isPresent() ? 1 : 0) : 0;
    }

    @Override
    public String toString() {
        return method.map(one -> one + " ").orElse("") + path;
    }
}
