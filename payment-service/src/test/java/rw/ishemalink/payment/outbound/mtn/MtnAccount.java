package rw.ishemalink.payment.outbound.mtn;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import rw.ishemalink.payment.config.MtnConfig;

/** An account at a pretended MTN. */
record MtnAccount(URI baseUrl, String targetEnvironment, String currency, Optional<URI> callbackUrl)
        implements MtnConfig {

    static final String API_KEY = "s3cret-api-key";
    static final String COLLECTION_KEY = "s3cret-collection-key";
    static final String DISBURSEMENT_KEY = "s3cret-disbursement-key";

    static MtnAccount inRwanda(String host) {
        return new MtnAccount(
                URI.create(host + "/mtn"),
                "mtnrwanda",
                "RWF",
                Optional.of(URI.create("https://gateway.example/api/payments/callbacks/mtn")));
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
        return Duration.ofMillis(1_500);
    }

    @Override
    public Duration timeout() {
        return Duration.ofMillis(1_500);
    }
}
