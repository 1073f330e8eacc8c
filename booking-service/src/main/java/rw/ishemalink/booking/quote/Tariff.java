package rw.ishemalink.booking.quote;

import java.time.LocalDate;

/** A tariff: data with a name and the day (in Kigali) from which it counts. */
public sealed interface Tariff permits CargoTariff, MotoTariff {

    /** E.g. CARGO-2026-1. */
    String version();

    LocalDate effectiveFrom();
}
