package rw.ishemalink.notification.inbound.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.notification.config.NotificationConfig;

/** Lets in who knows the secret part of the address and calls from where providers call; to others there is nothing here. */
@ApplicationScoped
public class CallbackGuard {

    private static final String FORWARDED = "X-Forwarded-For";

    private final Optional<String> secret;
    private final List<SourceNetwork> sources;

    CallbackGuard(NotificationConfig config) {
        this.secret = config.callbacks().secret();
        this.sources = config.callbacks().sources().orElse(List.of()).stream()
                .map(SourceNetwork::parse)
                .toList();
    }

    /**
     * Checks a call. The door says where it comes from, and drops what a client claims of that.
     *
     * @throws ProblemException 404 with a wrong secret, 403 from a wrong address
     */
    public void check(String given, HttpServerRequest request) {
        boolean known = secret.filter(it -> MessageDigest.isEqual(it.getBytes(UTF_8), given.getBytes(UTF_8)))
                .isPresent();
        if (!known) {
            throw ProblemException.notFound("no-such-callback");
        }
        String source = source(request);
        if (!sources.isEmpty() && sources.stream().noneMatch(network -> network.contains(source))) {
            throw ProblemException.forbidden("foreign-callback");
        }
    }

    private static String source(HttpServerRequest request) {
        @Nullable String forwarded = request.getHeader(FORWARDED);
        return forwarded == null ? request.remoteAddress().hostAddress() : forwarded.strip();
    }
}
