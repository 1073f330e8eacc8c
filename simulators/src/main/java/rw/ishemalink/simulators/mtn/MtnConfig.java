package rw.ishemalink.simulators.mtn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import rw.ishemalink.simulators.money.OperatorConfig;

/** The one merchant that is known from the start. The defaults are for local use only. */
@ConfigMapping(prefix = "ishema.simulators.mtn")
public interface MtnConfig extends OperatorConfig {

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

    @WithDefault("3600s")
    Duration tokenLife();
}
