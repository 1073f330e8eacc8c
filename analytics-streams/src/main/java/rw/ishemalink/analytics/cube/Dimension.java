package rw.ishemalink.analytics.cube;

/** By what sums can be told apart. Each value is text without a NUL. */
public enum Dimension {
    /** CARGO_DOMESTIC, CARGO_INTERNATIONAL, RIDE or TICKET. */
    KIND,
    /** MTN or AIRTEL. */
    PROVIDER,
    /** Operator's id; "" for independent drivers. */
    OPERATOR,
    /** Driver's person id. */
    DRIVER,
    /** The catalogue's name, e.g. irish-potatoes. */
    COMMODITY,
    /** Where it begins: a district of Rwanda, e.g. RW-25, or a country. */
    ORIGIN,
    /** Where it ends, likewise. */
    DESTINATION,
    /** H3, resolution 7, in hexadecimal digits, of where it begins. */
    ORIGIN_CELL,
    /** 000 … 167: hours since Monday, midnight, of when it was booked, in Kigali. */
    HOUR_OF_WEEK,
    /** H3, resolution 8, in hexadecimal digits, of where a vehicle was. */
    TRAFFIC_CELL,
    /** The month in which a customer first paid, yyyy-MM. */
    FIRST_MONTH,
    /** How many months later it was, 00 … 99. */
    MONTHS_LATER,
    /** What is summed up for a country: the aggregate's own name and its group, e.g. ROUTES. */
    SUMMARY,
    /** What kind of summary, its group as one text. */
    SUMMARY_GROUP
}
