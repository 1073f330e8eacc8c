package rw.ishemalink.simulators.mtn;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the headers of every call, in the order MTN does: subscription, token, environment, reference, callback. */
@ApplicationScoped
public class Door {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ApiUsers users;
    private final Tokens tokens;

    public Door(ApiUsers users, Tokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    /** Lets a question in. */
    ApiUser admit(Product product, MtnHeaders headers) {
        users.requireSubscription(headers.subscriptionKey());
        ApiUser user = tokens.check(product, headers.authorization());
        if (!user.targetEnvironment().equals(headers.targetEnvironment())) {
            throw MtnError.refusal(500, "NOT_ALLOWED_TARGET_ENVIRONMENT", "Access to target environment is forbidden.");
        }
        return user;
    }

    /** Lets a new operation in: its reference must be a UUID and its callback must go to the registered host. */
    Admission admitNew(Product product, MtnHeaders headers) {
        ApiUser user = admit(product, headers);
        UUID reference = reference(headers.referenceId());
        String callbackUrl = headers.callbackUrl();
        if (callbackUrl != null && !callsBack(callbackUrl, user.callbackHost())) {
            throw MtnError.refusal(
                    500, "INVALID_CALLBACK_URL_HOST", "Callback URL with different host name than configured.");
        }
        return new Admission(user, reference, callbackUrl);
    }

    /** Who asks for a new operation, under which reference, and where its end is to be reported. */
    record Admission(ApiUser user, UUID reference, @Nullable String callbackUrl) {}

    static UUID reference(@Nullable String text) {
        if (text == null || !UUID_FORM.matcher(text).matches()) {
            throw MtnError.badRequest("The reference id must be a UUID.");
        }
        return UUID.fromString(text);
    }

    private static boolean callsBack(String url, String host) {
        try {
            URI uri = URI.create(url);
            return host.equalsIgnoreCase(uri.getHost())
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException noUrl) {
            return false;
        }
    }
}
