package rw.ishemalink.payment.outbound.mtn;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import rw.ishemalink.payment.config.MtnConfig;

/**
 * An account at a pretended MTN.
 *
 * @param patience asked before every call: how long it may take
 */
record MtnAccount(
        URI baseUrl,
        String targetEnvironment,
        String currency,
        Optional<URI> callbackUrl,
        Optional<URI> statementUrl,
        Supplier<Duration> patience)
        implements MtnConfig {

    /** Long enough for an answer on any machine. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    static final String API_KEY = "s3cret-api-key";
    static final String COLLECTION_KEY = "s3cret-collection-key";
    static final String DISBURSEMENT_KEY = "s3cret-disbursement-key";

    static MtnAccount inRwanda(String host) {
        return inRwanda(host, () -> PATIENCE);
    }

    static MtnAccount inRwanda(String host, Supplier<Duration> patience) {
        return new MtnAccount(
                URI.create(host + "/mtn"),
                "mtnrwanda",
                "RWF",
                Optional.of(URI.create("https://gateway.example/api/payments/callbacks/mtn")),
                Optional.of(URI.create(host + "/mtn/settlement")),
                patience);
    }

    static MtnAccount inSandbox(String host) {
        return new MtnAccount(
                URI.create(host + "/mtn"), "sandbox", "EUR", Optional.empty(), Optional.empty(), () -> PATIENCE);
    }

    @Override
    public String apiUser() {
        return "7d0f4a3e-5b1c-4e2a-9a52-2f6f1c0b7e11";
    }

    @Override
    public String apiKey() {
        return API_KEY;
    }

    @Override
    public String collectionSubscriptionKey() {
        return COLLECTION_KEY;
    }

    @Override
    public String disbursementSubscriptionKey() {
        return DISBURSEMENT_KEY;
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
