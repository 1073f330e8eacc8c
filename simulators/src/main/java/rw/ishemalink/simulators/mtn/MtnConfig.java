package rw.ishemalink.simulators.mtn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The one merchant that is known from the start, and how fast people are. The defaults are for local use only. */
@ConfigMapping(prefix = "ishema.simulators.mtn")
public interface MtnConfig {

    @WithDefault("7d0f4a3e-5b1c-4e2a-9a52-2f6f1c0b7e11")
    String apiUser();

    @WithDefault("local-mtn-api-key")
    String apiKey();

    @WithDefault("local-mtn-subscription-key")
    String subscriptionKey();

    /** Host every X-Callback-Url must name, as registered in the partner portal. */
    @WithDefault("localhost")
    String callbackHost();

    /** Environment of the configured API user; provisioned users belong to {@code sandbox}. */
    @WithDefault("mtnrwanda")
    String targetEnvironment();

    /** How long an ordinary payer takes for the PIN. */
    @WithDefault("300ms")
    Duration approvalDelay();

    /** After it the prompt on the payer's phone is gone. */
    @WithDefault("5m")
    Duration payerWindow();

    @WithDefault("3600s")
    Duration tokenLife();

    /** What the disbursement account holds at the start, in whole units of either currency. */
    @WithDefault("1000000000")
    long disbursementFloat();
}
