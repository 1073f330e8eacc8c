package rw.ishemalink.simulators.airtel;

import org.jspecify.annotations.Nullable;

/**
 * The portal's settings.
 *
 * @param callbackUrl null: no callbacks
 * @param callbackAuthentication what the hash of a callback is made of; the documents leave it open
 */
public record PortalSettings(
        @Nullable String callbackUrl, @Nullable CallbackAuthentication callbackAuthentication) {

    /** OFF: no hash. BODY: of the callback without its hash. TRANSACTION: of its transaction alone. */
    public enum CallbackAuthentication {
        OFF,
        BODY,
        TRANSACTION
    }
}
