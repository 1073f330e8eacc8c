package rw.ishemalink.analytics.booking;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.facts.Place;

/**
 * What one booking, as it stands, adds to the aggregates. There is none before it is paid and none after it is cancelled.
 *
 * @param tenant whose booking it is
 * @param kind CARGO_DOMESTIC, CARGO_INTERNATIONAL, RIDE or TICKET
 * @param paidOn the day in Kigali on which it was paid
 * @param totalFrancs what was paid
 * @param vatFrancs the VAT inside the total
 * @param weightKg weight of the goods; 0 for rides and tickets
 * @param deliveredBy the driver who brought it there; null until it is delivered
 */
public record Share(
        String tenant,
        String kind,
        Place origin,
        Place destination,
        LocalDate paidOn,
        long totalFrancs,
        long vatFrancs,
        long weightKg,
        boolean delivered,
        @Nullable UUID deliveredBy) {}
