package rw.ishemalink.compliance.licence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A licence, authorisation, certificate or insurance as a source has it.
 *
 * @param validUntil last day on which it is valid
 * @param vehiclePlate the only vehicle it is good for; null when it is not bound to one
 * @param issuedOn first day; null where the source does not say
 * @param holder name of who holds it; null where the source does not say
 * @param holderTin taxpayer that it was given to; null where the source does not say
 * @param zone {@link Zone} by name, or another word of the source; null where it does not say
 * @param categories of a driving licence, e.g. B, C
 */
public record Licence(
        String number,
        Status status,
        LocalDate validUntil,
        @Nullable String vehiclePlate,
        @Nullable LocalDate issuedOn,
        @Nullable String holder,
        @Nullable String holderTin,
        @Nullable String zone,
        List<String> categories) {

    /** What the register's clerk says; whether it has expired is told by the date. */
    public enum Status {
        VALID,
        SUSPENDED,
        REVOKED
    }

    /** How far it reaches (RURA gives local and cross-border licences). */
    public enum Zone {
        NATIONAL,
        CROSS_BORDER
    }

    public Licence {
        categories = List.copyOf(categories);
    }

    /** One of which the source says no more than it must. */
    public Licence(String number, Status status, LocalDate validUntil, @Nullable String vehiclePlate) {
        this(number, status, validUntil, vehiclePlate, null, null, null, null, List.of());
    }

    /** Whether it is good on that day for that vehicle. */
    public boolean allows(LocalDate day, String plate) {
        return isGoodOn(day) && isGoodFor(plate);
    }

    /** Whether it is good on that day, for whatever it covers. */
    public boolean isGoodOn(LocalDate day) {
        return status == Status.VALID && !day.isAfter(validUntil);
    }

    /** Never a number or a name: this text reaches logs. */
    @Override
    public String toString() {
        return "Licence[" + status + " until " + validUntil + "]";
    }

    private boolean isGoodFor(String plate) {
        return vehiclePlate == null || normal(vehiclePlate).equals(normal(plate));
    }

    private static String normal(String plate) {
        return new LicenceQuestion(LicenceKind.VEHICLE_AUTHORISATION, plate).subject();
    }
}
