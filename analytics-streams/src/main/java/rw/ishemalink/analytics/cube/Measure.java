package rw.ishemalink.analytics.cube;

/**
 * What is added up in cells. The order is that of the stores: a new measure comes last, and none is ever taken away.
 */
public enum Measure {
    /** Bookings that were paid and whose money was not given back. */
    BOOKINGS,
    /** What was paid for them, VAT included, whole francs. */
    GROSS,
    /** The VAT inside it, whole francs. */
    VAT,
    /** What the platform keeps of it, whole francs. */
    COMMISSION,
    /** Bookings that were delivered. */
    DELIVERED,
    /** What was delivered, kilograms. */
    WEIGHT_KG,
    /** Delivered bookings of which a time of arrival had been estimated at the pick-up. */
    PROMISED,
    /** Those of them that came by then. */
    ON_TIME,
    /** Bookings with stars from the sender. */
    RATED,
    /** All these stars together. */
    STARS,
    /** Bookings that were cancelled or failed, paid or not. */
    CALLED_OFF,
    /** From pick-up to delivery, seconds, of the bookings in {@link Sums#transit}. */
    TRANSIT_SECONDS,
    /** Bookings that were made, whatever became of them. */
    CREATED,
    /** Payments that came. */
    PAYMENTS_SUCCEEDED,
    /** Payments that ended without money. */
    PAYMENTS_FAILED,
    /** How often money was asked for, of the payments that came and of those that did not. */
    PAYMENT_ATTEMPTS,
    /** Fiscal receipts. */
    RECEIPTS,
    /** Those of them that came more than five minutes after the money. */
    RECEIPTS_LATE,
    /** Those of them that we signed ourselves, as the tax authority could not be reached. */
    RECEIPTS_SIGNED_LOCALLY,
    /** Dispatches that were refused. */
    DISPATCHES_REFUSED,
    /** Broken rules of the law of dispatch. */
    VIOLATIONS,
    /** Positions. */
    FIXES,
    /** Those of them that were slow. */
    SLOW_FIXES,
    /** Speeds of all of them together, kilometres an hour, rounded one by one. */
    SPEED_KMH,
    /** People, each once. */
    PEOPLE
}
