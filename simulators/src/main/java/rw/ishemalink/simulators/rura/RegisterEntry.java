package rw.ishemalink.simulators.rura;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A licence (companies) or authorisation (individuals).
 *
 * @param kind given by the path it is stored under; may be left out when storing
 * @param vehiclePlate the vehicle it is bound to, if any
 * @param holderTin taxpayer it was given to, if it was to one
 * @param zone NATIONAL or CROSS_BORDER, where it is limited
 * @param categories of a driving licence
 * @param validUntil last day it is valid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterEntry(
        @Nullable String number,
        @Nullable Kind kind,
        @Nullable String holder,
        @Nullable String vehiclePlate,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        @Nullable Status status,
        @Nullable String holderTin,
        @Nullable String zone,
        @Nullable List<String> categories) {

    /** Which part of the register. */
    public enum Kind {
        DRIVER_AUTHORISATION,
        VEHICLE_AUTHORISATION,
        OPERATOR_LICENCE,
        VEHICLE_INSPECTION,
        DRIVING_LICENCE,
        INSURANCE
    }

    /** What the clerk says of it; expiry is in {@code validUntil}. */
    public enum Status {
        VALID,
        SUSPENDED,
        REVOKED
    }

    public RegisterEntry {
        categories = categories == null ? null : List.copyOf(categories);
    }

    RegisterEntry withKind(Kind pathKind) {
        return new RegisterEntry(
                number, pathKind, holder, vehiclePlate, issuedOn, validUntil, status, holderTin, zone, categories);
    }

    /** What the clerk must mend before this can be stored as that kind. */
    List<String> mistakes(Kind pathKind) {
        List<String> mistakes = new ArrayList<>();
        if (number == null || number.isBlank() || holder == null || holder.isBlank()) {
            mistakes.add("number and holder are needed");
        }
        if (status == null) {
            mistakes.add("status must be VALID, SUSPENDED or REVOKED");
        }
        if (issuedOn == null || validUntil == null || validUntil.isBefore(issuedOn)) {
            mistakes.add("issuedOn and validUntil are needed, in this order");
        }
        if (kind != null && kind != pathKind) {
            mistakes.add("kind must be " + pathKind + " here");
        }
        if (pathKind == Kind.DRIVING_LICENCE && (categories == null || categories.isEmpty())) {
            mistakes.add("categories are needed");
        }
        return mistakes;
    }
}
