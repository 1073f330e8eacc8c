package rw.ishemalink.compliance.receipt;

import java.util.UUID;

/** What is to be done with a claimed device; the token proves the claim when the outcome is recorded. */
sealed interface DeviceTask {

    DeviceRow device();

    UUID token();

    /** Learn who it is. */
    record Initialise(DeviceRow device, UUID token) implements DeviceTask {}

    /** Have a sale or refund signed. */
    record Sell(DeviceRow device, UUID token, ReceiptJob job, Sale sale) implements DeviceTask {}

    /** Tell it of the stock movement that follows. */
    record Move(DeviceRow device, UUID token, ReceiptJob job, StockMovement movement) implements DeviceTask {}

    /** Nothing can be done about the job. */
    record GiveUp(DeviceRow device, UUID token, ReceiptJob job, String cause) implements DeviceTask {}
}
