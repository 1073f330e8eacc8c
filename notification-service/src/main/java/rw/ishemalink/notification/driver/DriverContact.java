package rw.ishemalink.notification.driver;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Language;

/**
 * How a driver is reached, and about whose licences.
 *
 * @param phone +2507XXXXXXXX
 * @param operatorId null for an independent driver
 */
public record DriverContact(
        UUID driverId,
        String tenant,
        String phone,
        Language language,
        UUID vehicleId,
        @Nullable UUID operatorId) {

    /** Never the phone: this text reaches logs. */
    @Override
    public String toString() {
        return "DriverContact[" + driverId + "]";
    }
}
