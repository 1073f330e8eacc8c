package rw.ishemalink.simulators.mtn;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.money.Order;
import rw.ishemalink.simulators.money.Party;
import rw.ishemalink.simulators.money.Terms;
import rw.ishemalink.simulators.money.Transaction.Kind;

/** Checks the headers of every call, in the order MTN does: subscription, token, environment, reference, callback. */
@ApplicationScoped
public class Door {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ApiUsers users;
    private final MtnOperator mtn;

    public Door(ApiUsers users, MtnOperator mtn) {
        this.users = users;
        this.mtn = mtn;
    }

    /** Lets a question in. */
    ApiUser admit(Product product, MtnHeaders headers) {
        users.requireSubscription(headers.subscriptionKey());
        ApiUser user = mtn.tokens()
                .find(headers.authorization())
                .filter(grant -> grant.product() == product)
                .orElseThrow(() -> MtnError.denied("The access token is missing, invalid or expired."))
                .user();
        if (!user.targetEnvironment().equals(headers.targetEnvironment())) {
            throw MtnError.refusal(500, "NOT_ALLOWED_TARGET_ENVIRONMENT", "Access to target environment is forbidden.");
        }
        return user;
    }

    /** Lets a new operation in: its reference is a UUID, its callback goes to the registered host, its terms are possible. */
    Admission admitNew(Product product, MtnHeaders headers, Orders.@Nullable Body body) {
        ApiUser user = admit(product, headers);
        UUID reference = reference(headers.referenceId());
        String callbackUrl = headers.callbackUrl();
        if (callbackUrl != null && !callsBack(callbackUrl, user.callbackHost())) {
            throw MtnError.refusal(
                    500, "INVALID_CALLBACK_URL_HOST", "Callback URL with different host name than configured.");
        }
        if (body == null) {
            throw MtnError.badRequest("The body is missing.");
        }
        return new Admission(user, reference.toString(), callbackUrl, OrderCheck.terms(user.targetEnvironment(), body));
    }

    /** Who asks for a new operation, under which reference, on which terms, and where its end is to be reported. */
    record Admission(
            ApiUser user, String reference, @Nullable String callbackUrl, Terms terms) {

        Order order(Kind kind, @Nullable Party party, @Nullable String refundOf) {
            return new Order(kind, reference, user.id(), terms, party, callbackUrl, refundOf);
        }
    }

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
