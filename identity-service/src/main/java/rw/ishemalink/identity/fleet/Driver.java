package rw.ishemalink.identity.fleet;

import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Phone;

/**
 * A driver of one tenant.
 *
 * @param driverId the person's id
 * @param version 1, 2, 3 … with every change; the sequence of its event
 * @param name as on the licence
 * @param operator whose fleet it is; empty for an independent driver
 * @param papersVersion the version in which the papers that are in force were handed in
 * @param check what was last said of them; empty before the first check
 * @param onDuty whether a shift of the driver runs
 * @param rating what senders think; empty until the first rating
 */
public record Driver(
        UUID driverId,
        String tenant,
        long version,
        String name,
        Phone phone,
        Language language,
        DrivingLicence licence,
        DriverStatus status,
        long papersVersion,
        Optional<PapersCheck> check,
        Vehicle vehicle,
        Optional<Operator> operator,
        boolean onDuty,
        Optional<Rating> rating) {

    /** Never name or phone: this text could reach logs. */
    @Override
    public String toString() {
        return "Driver[" + driverId + ", " + tenant + ", version " + version + "]";
    }
}
