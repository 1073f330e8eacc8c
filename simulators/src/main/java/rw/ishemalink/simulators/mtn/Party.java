package rw.ishemalink.simulators.mtn;

import org.jspecify.annotations.Nullable;

/** Payer or payee. An MSISDN has digits only, {@code 2507XXXXXXXX}, no plus. */
public record Party(@Nullable String partyIdType, @Nullable String partyId) {}
