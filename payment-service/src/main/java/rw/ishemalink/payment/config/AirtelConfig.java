package rw.ishemalink.payment.config;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Our account at Airtel Money, {@code ishema.payment.airtel.*}; hosts and countries move, so all of it is configuration. */
public interface AirtelConfig {

    /** Production in Rwanda: {@code https://openapi.airtel.co.rw}; tests: {@code https://openapiuat.airtel.co.rw}. */
    URI baseUrl();

    String clientId();

    /** Secret. */
    String clientSecret();

    /** ISO 3166-1 alpha-2, {@code X-Country}. */
    @WithDefault("RW")
    String country();

    /** ISO 4217, {@code X-Currency}. */
    @WithDefault("RWF")
    String currency();

    /** Version of the disbursement API: v1 and v2 differ in nothing that we send. */
    @WithDefault("v2")
    String disbursementVersion();

    /** The four digits that authorise a disbursement. Secret. */
    String disbursementPin();

    /** RSA public key for the PIN, base64 of its X.509 form, from the portal; without it Airtel is asked for it each time. */
    Optional<String> disbursementPinKey();

    /**
     * The portal's private key of callback authentication. Secret. Without it a callback's hash is not looked at; with or
     * without, a callback only makes us ask.
     */
    Optional<String> callbackKey();

    /** What a callback's hash is made of: documents do not say clearly, so it is configuration. */
    @WithDefault("BODY")
    HashedPart callbackHashOf();

    /** How long after it took an order Airtel wants to be left alone; its callback usually comes first. */
    @WithDefault("PT3M")
    Duration askAfter();

    /**
     * Where Airtel's settlement files lie, {@code <day>.csv} beneath it. Airtel documents no API for them: the partner
     * portal offers a download, which has to be put here.
     */
    Optional<URI> statementUrl();

    @WithDefault("PT2S")
    Duration connectTimeout();

    /** For one call; after it the outcome is unknown. */
    @WithDefault("PT5S")
    Duration timeout();

    /** BODY: the callback without its hash, as compact JSON; TRANSACTION: its transaction alone. */
    enum HashedPart {
        BODY,
        TRANSACTION
    }
}
