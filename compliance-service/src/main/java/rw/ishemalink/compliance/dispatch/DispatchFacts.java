package rw.ishemalink.compliance.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.compliance.licence.LicenceAnswer;

/**
 * All that the rules look at.
 *
 * @param now the time of the decision
 * @param receipt of the sale; empty when there is none
 * @param localSignatureValidity how long a local signature allows a dispatch
 * @param vehicleId the vehicle that was asked for
 * @param vehiclePlate its plate
 * @param crossesBorder whether the journey leaves Rwanda
 * @param driver as on record; empty when no event has told of the driver yet
 * @param operator the operator's licence; empty for an independent driver
 */
public record DispatchFacts(
        Instant now,
        Optional<ReceiptFact> receipt,
        Duration localSignatureValidity,
        UUID vehicleId,
        String vehiclePlate,
        boolean crossesBorder,
        Optional<DriverRecord> driver,
        LicenceAnswer driverAuthorisation,
        LicenceAnswer vehicleAuthorisation,
        Optional<LicenceAnswer> operator,
        LicenceAnswer drivingLicence,
        LicenceAnswer inspection,
        LicenceAnswer insurance) {

    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    /** The receipt of the sale, official or locally signed. */
    public record ReceiptFact(boolean locallySigned, Instant issuedAt) {}

    /** The kind of the vehicle asked for, if it is the one on the driver's record; of another nothing is known yet. */
    Optional<VehicleKind> findVehicleKind() {
        return driver.filter(known -> known.vehicleId().equals(vehicleId))
                .map(DriverRecord::vehicleKind)
                .filter(kind -> kind != VehicleKind.UNKNOWN);
    }

    /** The day in Kigali, by which licences end. */
    LocalDate today() {
        return LocalDate.ofInstant(now, KIGALI);
    }
}
