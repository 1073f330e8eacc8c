package rw.ishemalink.identity.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where browsers are sent. */
public final class Addresses {

    private static final Set<String> NEVER = Set.of("javascript", "data", "vbscript", "file", "about", "blob");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    private Addresses() {}

    /** The address with those parameters behind its own. */
    static URI with(String address, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        if (query.isEmpty()) {
            return URI.create(address);
        }
        return URI.create(address + (address.contains("?") ? "&" : "?") + query);
    }

    /**
     * Whether browsers may be sent there with a code: https, http on one's own machine, or an app's own scheme (RFC 8252 § 7),
     * and no fragment.
     */
    public static boolean mayBeRegistered(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme();
            if (scheme == null || uri.getRawFragment() != null || NEVER.contains(scheme)) {
                return false;
            }
            return switch (scheme) {
                case "https" -> uri.getHost() != null && uri.getRawUserInfo() == null;
                case "http" -> LOOPBACK.contains(String.valueOf(uri.getHost())) && uri.getRawUserInfo() == null;
                // An app's own scheme is a domain of its maker, turned around.
                default -> scheme.contains(".");
            };
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
