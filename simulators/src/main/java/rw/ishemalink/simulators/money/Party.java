package rw.ishemalink.simulators.money;

import org.jspecify.annotations.Nullable;

/** Payer or payee. An MSISDN has digits only, {@code 2507XXXXXXXX}, no plus. */
public record Party(@Nullable String partyIdType, @Nullable String partyId) {

    /** The person with that phone. */
    public static Party of(String msisdn) {
        return new Party("MSISDN", msisdn);
    }

    /** Whom orders and test numbers are looked up for; empty without an id. */
    public String id() {
        return partyId == null ? "" : partyId;
    }
}
