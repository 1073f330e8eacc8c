package rw.ishemalink.payment.payees;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Msisdn;

/**
 * A driver as the fleet tells of one.
 *
 * @param phone the driver's own, where money is sent; null once the driver was forgotten
 * @param operatorId whose fleet it is; null for an independent driver
 * @param active false while the driver is suspended, and so not paid
 * @param sequence counts the changes of this driver
 */
public record DriverNews(
        UUID driverId,
        String tenant,
        @Nullable Msisdn phone,
        @Nullable UUID operatorId,
        boolean active,
        long sequence) {}
