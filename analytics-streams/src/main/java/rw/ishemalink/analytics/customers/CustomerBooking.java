package rw.ishemalink.analytics.customers;

import java.util.UUID;

/**
 * A booking of a customer's.
 *
 * @param customer the customer's key in the stores
 */
record CustomerBooking(String customer, UUID bookingId) {

    private static final UUID LAST = new UUID(-1, -1);
    private static final UUID FIRST = new UUID(0, 0);

    /** Before all of the customer's. */
    static CustomerBooking first(String customer) {
        return new CustomerBooking(customer, FIRST);
    }

    /** After all of them. */
    static CustomerBooking last(String customer) {
        return new CustomerBooking(customer, LAST);
    }
}
