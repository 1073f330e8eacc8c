package rw.ishemalink.simulators.mtn;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Bounded;

/** The configured API user and those provisioned since the start. */
@ApplicationScoped
public class ApiUsers {

    private static final int LIMIT = 1_000;
    private static final String BASIC = "Basic ";

    private final Bounded<String, ApiUser> provisioned = new Bounded<>(LIMIT);
    private final ApiUser configured;
    private final String subscriptionKey;

    public ApiUsers(MtnConfig config) {
        configured = new ApiUser(config.apiUser(), config.callbackHost(), config.targetEnvironment(), config.apiKey());
        subscriptionKey = config.subscriptionKey();
    }

    void requireSubscription(@Nullable String key) {
        if (key == null) {
            throw MtnError.denied("Access denied due to missing subscription key.");
        }
        if (!key.equals(subscriptionKey)) {
            throw MtnError.denied("Access denied due to invalid subscription key.");
        }
    }

    /** False if the id is taken. */
    boolean register(ApiUser user) {
        return !user.id().equals(configured.id()) && provisioned.putIfAbsent(user.id(), user);
    }

    Optional<ApiUser> find(String id) {
        return id.equals(configured.id()) ? Optional.of(configured) : provisioned.find(id);
    }

    /** Makes a new key; only users of the sandbox get theirs here. */
    String newKey(String id) {
        ApiUser user = provisioned.find(id).orElseThrow(() -> MtnError.notFound("Requested resource was not found."));
        String key = UUID.randomUUID().toString().replace("-", "");
        provisioned.put(id, user.withKey(key));
        return key;
    }

    /** Reads {@code Basic base64(apiUser:apiKey)}. */
    ApiUser authenticate(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BASIC)) {
            throw MtnError.denied("Basic authentication is required.");
        }
        String credentials = decode(authorization.substring(BASIC.length()).strip());
        int colon = credentials.indexOf(':');
        String id = colon < 0 ? credentials : credentials.substring(0, colon);
        String key = credentials.substring(colon + 1);
        return find(id).filter(user -> key.equals(user.apiKey()))
                .orElseThrow(() -> MtnError.denied("Invalid API user or API key."));
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw MtnError.denied("Basic authentication is required.");
        }
    }
}
