package rw.ishemalink.booking.terms;

import org.jspecify.annotations.Nullable;

/**
 * What is agreed on when a quote is taken: it never changes afterwards. Stored as one JSON document; components are
 * added, never renamed.
 *
 * @param borderPost where it leaves Rwanda, e.g. Gatuna; null unless CARGO_INTERNATIONAL
 * @param cargo the goods; null for rides
 * @param distanceMetres the length that was priced
 */
public record Terms(
        BookingKind kind,
        Place origin,
        Place destination,
        @Nullable String borderPost,
        @Nullable Cargo cargo,
        long distanceMetres,
        Price price) {}
