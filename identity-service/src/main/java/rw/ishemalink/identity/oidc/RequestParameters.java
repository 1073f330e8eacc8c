package rw.ishemalink.identity.oidc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parameters of a request, each at most once (RFC 6749 § 3.1), those without a value left out. */
public final class RequestParameters {

    private static final int LONGEST = 2_000;

    private final Map<String, List<String>> values;

    private RequestParameters(Map<String, List<String>> values) {
        this.values = Map.copyOf(values);
    }

    public static RequestParameters of(Map<String, List<String>> values) {
        return new RequestParameters(values);
    }

    /**
     * The value of a parameter.
     *
     * @throws OAuthException when it stands there twice, is longer than anything we know or has a NUL in it
     */
    public Optional<String> find(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw OAuthException.invalidRequest("a parameter stands there twice: " + name);
        }
        Optional<String> value = given.stream().findFirst().filter(it -> !it.isEmpty());
        if (value.map(String::length).orElse(0) > LONGEST) {
            throw OAuthException.invalidRequest("a parameter is too long: " + name);
        }
        if (value.filter(it -> it.indexOf('\0') >= 0).isPresent()) {
            throw OAuthException.invalidRequest("a parameter has a NUL in it: " + name);
        }
        return value;
    }

    /** The value of a parameter, or null. */
    public @Nullable String orNull(String name) {
        return find(name).orElse(null);
    }

    /**
     * The value of a parameter.
     *
     * @throws OAuthException when there is none
     */
    public String get(String name) {
        return find(name).orElseThrow(() -> OAuthException.invalidRequest("a parameter is missing: " + name));
    }
}
