package rw.ishemalink.notification.ussd.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.notification.config.UssdConfig;

/** Tells the USSD gateway from others: it knows the secret, and calls from where it is said to be. */
@Singleton
class TrustedGateway {

    private final byte[] secret;
    private final List<Network> sources;

    TrustedGateway(UssdConfig config) {
        this.secret = config.secret().getBytes(UTF_8);
        this.sources = config.sources().orElse(List.of()).stream()
                .filter(source -> !source.isBlank())
                .map(Network::parse)
                .toList();
    }

    /**
     * Whether it is.
     *
     * @param forwardedFor who called our door, as the door says; it drops what callers say themselves
     * @param remote who called this service
     */
    boolean isSender(String given, @Nullable String forwardedFor, String remote) {
        boolean knows = MessageDigest.isEqual(secret, given.getBytes(UTF_8));
        String from = forwardedFor == null ? remote : forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1);
        return knows && (sources.isEmpty() || sources.stream().anyMatch(network -> network.includes(from.strip())));
    }
}
