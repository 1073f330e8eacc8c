package rw.ishemalink.booking.dispatch;

/** What a driver must pass before work is offered; in this order, and the first that refuses is told. */
public enum Gate {
    /** The driver does not want work now. */
    OFF_DUTY,
    /** The platform or the operator has suspended the driver. */
    SUSPENDED,
    /** The phone has been silent for too long to know where the driver is. */
    POSITION_STALE,
    DRIVING_LICENCE_EXPIRED,
    /** The licence lacks the category of the vehicle. */
    DRIVING_CATEGORY_MISSING,
    /** Such a vehicle does not carry such a thing. */
    VEHICLE_KIND_UNFIT,
    /** It weighs more than the vehicle may carry. */
    VEHICLE_TOO_SMALL,
    /** The driver is on a trip, is asked for one, or has an offer to answer. */
    BUSY,
    /** The driver declined this booking, or let its offer expire. */
    ALREADY_REFUSED,
    /** Compliance refused this driver for this booking. */
    DISPATCH_REFUSED
}
