package rw.ishemalink.identity.fleet;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may go on duty: a driver who is active, with a driving licence that holds today, in the own vehicle. Whether
 * the authorities agree is compliance's to decide, for each dispatch anew.
 */
final class DutyPolicy {

    /** Why a driver stays off duty. */
    enum Refusal {
        PENDING("driver-pending"),
        REJECTED("driver-rejected"),
        SUSPENDED("driver-suspended"),
        LICENCE_EXPIRED("driving-licence-expired"),
        OTHER_VEHICLE("not-your-vehicle");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        /** The problem's code. */
        String code() {
            return code;
        }
    }

    private DutyPolicy() {}

    /**
     * Why the driver may not go on duty; empty when nothing stands against it.
     *
     * @param vehicleId what the driver means to drive, if it was said
     */
    static Optional<Refusal> refuse(Driver driver, Optional<UUID> vehicleId, LocalDate today) {
        Optional<Refusal> status = byStatus(driver.status());
        if (status.isPresent()) {
            return status;
        }
        if (driver.licence().validUntil().isBefore(today)) {
            return Optional.of(Refusal.LICENCE_EXPIRED);
        }
        UUID own = driver.vehicle().vehicleId();
        return vehicleId.filter(said -> !said.equals(own)).map(said -> Refusal.OTHER_VEHICLE);
    }

    private static Optional<Refusal> byStatus(DriverStatus status) {
        return switch (status) {
            case ACTIVE -> Optional.empty();
            case PENDING -> Optional.of(Refusal.PENDING);
            case REJECTED -> Optional.of(Refusal.REJECTED);
            case SUSPENDED -> Optional.of(Refusal.SUSPENDED);
        };
    }
}
