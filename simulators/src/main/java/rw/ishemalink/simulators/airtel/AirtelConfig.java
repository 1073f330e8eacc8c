package rw.ishemalink.simulators.airtel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import rw.ishemalink.simulators.money.OperatorConfig;

/** The one merchant. The defaults are for local use only. */
@ConfigMapping(prefix = "ishema.simulators.airtel")
public interface AirtelConfig extends OperatorConfig {

    @WithDefault("local-airtel-client")
    String clientId();

    @WithDefault("local-airtel-client-secret")
    String clientSecret();

    /** Authorises a disbursement. */
    @WithDefault("1234")
    String pin();

    @WithDefault("RW")
    String country();

    @WithDefault("RWF")
    String currency();

    /** Where callbacks go, as set in the portal at the start: to the local gateway. */
    String callbackUrl();

    /** The portal's private key of callback authentication. */
    @WithDefault("local-airtel-callback-key")
    String callbackKey();

    @WithDefault("180s")
    Duration tokenLife();
}
