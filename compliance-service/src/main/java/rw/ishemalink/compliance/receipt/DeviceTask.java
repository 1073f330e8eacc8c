package rw.ishemalink.compliance.receipt;

import java.util.List;
import java.util.UUID;

/** What is to be done with a claimed device; the token proves the claim when the outcome is recorded. */
sealed interface DeviceTask {

    DeviceRow device();

    UUID token();

    /** Learn who it is. */
    record Initialise(DeviceRow device, UUID token) implements DeviceTask {}

    /**
     * Serve the oldest jobs one after the other: sales, or one refund.
     *
     * @param device as it was before the page, but {@code lastInvoice} counts the numbers of the page
     */
    record Page(DeviceRow device, UUID token, List<Order> orders) implements DeviceTask {

        public Page {
            orders = List.copyOf(orders);
        }
    }

    /** Nothing can be done about the job. */
    record GiveUp(DeviceRow device, UUID token, ReceiptJob job, ParkingCause cause) implements DeviceTask {}
}
