package rw.ishemalink.payment.outbound.airtel;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import rw.ishemalink.payment.config.AirtelConfig;

/**
 * An account at a pretended Airtel.
 *
 * @param patience asked before every call: how long it may take
 */
record AirtelAccount(
        URI baseUrl,
        Optional<String> disbursementPinKey,
        Optional<String> callbackKey,
        HashedPart callbackHashOf,
        Supplier<Duration> patience)
        implements AirtelConfig {

    /** Long enough for an answer on any machine. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    static final String CLIENT_SECRET = "s3cret-client";
    static final String CALLBACK_KEY = "s3cret-callback-key";
    static final String PIN = "4711";

    static AirtelAccount inRwanda(String host, Supplier<Duration> patience) {
        return new AirtelAccount(
                URI.create(host), Optional.empty(), Optional.of(CALLBACK_KEY), HashedPart.BODY, patience);
    }

    static AirtelAccount inRwanda(String host) {
        return inRwanda(host, () -> PATIENCE);
    }

    AirtelAccount withPinKey(String key) {
        return new AirtelAccount(baseUrl, Optional.of(key), callbackKey, callbackHashOf, patience);
    }

    AirtelAccount hashing(HashedPart part) {
        return new AirtelAccount(baseUrl, disbursementPinKey, callbackKey, part, patience);
    }

    AirtelAccount withoutCallbackKey() {
        return new AirtelAccount(baseUrl, disbursementPinKey, Optional.empty(), callbackHashOf, patience);
    }

    @Override
    public String clientId() {
        return "client-17";
    }

    @Override
    public String clientSecret() {
        return CLIENT_SECRET;
    }

    @Override
    public String country() {
        return "RW";
    }

    @Override
    public String currency() {
        return "RWF";
    }

    @Override
    public String disbursementVersion() {
        return "v2";
    }

    @Override
    public String disbursementPin() {
        return PIN;
    }

    @Override
    public Duration askAfter() {
        return Duration.ofMinutes(3);
    }

    @Override
    public Optional<URI> statementUrl() {
        return Optional.of(URI.create(baseUrl + "/settlement"));
    }

    @Override
    public Duration connectTimeout() {
        return PATIENCE;
    }

    @Override
    public Duration timeout() {
        return patience.get();
    }
}
