package rw.ishemalink.analytics.customers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a customer. */
sealed interface CustomerChange {

    /** Whose customer it is. */
    String tenant();

    /**
     * A booking of the customer's.
     *
     * @param purchase what it is now; null when it is none or is somebody else's
     */
    record Buys(String tenant, UUID bookingId, @Nullable Purchase purchase) implements CustomerChange {}

    /** The customer is to be forgotten. */
    record Forget(String tenant) implements CustomerChange {}
}
