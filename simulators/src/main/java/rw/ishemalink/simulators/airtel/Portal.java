package rw.ishemalink.simulators.airtel;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import rw.ishemalink.simulators.faults.ControlReset;

/** What the merchant has set in Airtel's portal: callbacks go to one address, not to one per request. */
@Singleton
public class Portal {

    private final AirtelConfig config;
    private volatile PortalSettings settings;

    public Portal(AirtelConfig config) {
        this.config = config;
        this.settings = configured(config);
    }

    PortalSettings settings() {
        return settings;
    }

    void set(PortalSettings newSettings) {
        settings = newSettings;
    }

    void onReset(@Observes ControlReset reset) {
        settings = configured(config);
    }

    private static PortalSettings configured(AirtelConfig config) {
        return new PortalSettings(config.callbackUrl(), PortalSettings.CallbackAuthentication.BODY);
    }
}
