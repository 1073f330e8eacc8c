package rw.ishemalink.compliance.licence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A licence or authorisation as the register has it.
 *
 * @param validUntil last day on which it is valid
 * @param vehiclePlate the only vehicle it is good for; null when it is not bound to one
 */
public record Licence(
        String number,
        Status status,
        LocalDate validUntil,
        @Nullable String vehiclePlate) {

    /** What the register's clerk says; whether it has expired is told by the date. */
    public enum Status {
        VALID,
        SUSPENDED,
        REVOKED
    }

    /** Whether it is good on that day for that vehicle. */
    public boolean allows(LocalDate day, String plate) {
        return status == Status.VALID && !day.isAfter(validUntil) && isGoodFor(plate);
    }

    private boolean isGoodFor(String plate) {
        return vehiclePlate == null || normal(vehiclePlate).equals(normal(plate));
    }

    private static String normal(String plate) {
        return new LicenceQuestion(LicenceQuestion.Kind.VEHICLE_AUTHORISATION, plate).subject();
    }
}
