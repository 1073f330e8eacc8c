package rw.ishemalink.booking.quote;

import java.time.LocalDate;
import java.time.ZoneId;

/** A tariff: data with a name, the policy that it follows, and the day from which it counts. It is never changed. */
public sealed interface Tariff permits CargoTariff, MotoTariff {

    /** Tariffs count by the day in Rwanda. */
    ZoneId ZONE = ZoneId.of("Africa/Kigali");

    /** E.g. CARGO-2026-1. */
    String version();

    /** The policy behind it, as quotes name it. */
    String source();

    LocalDate effectiveFrom();
}
