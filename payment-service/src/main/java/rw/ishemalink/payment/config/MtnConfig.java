package rw.ishemalink.payment.config;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Our account at MTN MoMo, {@code ishema.payment.mtn.*}; hosts and environments move, so all of it is configuration. */
public interface MtnConfig {

    /** Production in Rwanda: {@code https://proxy.momoapi.mtn.co.rw}. */
    URI baseUrl();

    /** The API user's UUID, from the partner portal. */
    String apiUser();

    /** Secret. */
    String apiKey();

    /** {@code Ocp-Apim-Subscription-Key} of the collection product. Secret. */
    String collectionSubscriptionKey();

    /** {@code Ocp-Apim-Subscription-Key} of the disbursement product. Secret. */
    String disbursementSubscriptionKey();

    /** {@code mtnrwanda}, or {@code sandbox}. */
    @WithDefault("mtnrwanda")
    String targetEnvironment();

    /** What amounts are sent in: RWF in Rwanda, EUR in the sandbox, which takes nothing else. */
    @WithDefault("RWF")
    String currency();

    /**
     * Where MTN reports the end of an operation; our reference is appended as the last path segment. Its host must be the
     * one registered at MTN. Without it MTN reports nothing and polling alone finds out.
     */
    Optional<URI> callbackUrl();

    /**
     * Where MTN's settlement files lie, {@code <day>.csv} beneath it. MTN documents no API for them: the partner portal
     * offers a download, which has to be put here.
     */
    Optional<URI> statementUrl();

    @WithDefault("PT2S")
    Duration connectTimeout();

    /** For one call; after it the outcome is unknown. */
    @WithDefault("PT5S")
    Duration timeout();
}
