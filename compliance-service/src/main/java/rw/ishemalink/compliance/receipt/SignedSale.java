package rw.ishemalink.compliance.receipt;

import java.time.Instant;

/**
 * What the device answers to a sale.
 *
 * @param receiptNumber rcptNo, the number within its type; 0 when the reply was lost and nobody can say
 * @param totalNumber totRcptNo, the number over all types; 0 when the reply was lost and nobody can say
 * @param internalData intrlData; empty when the reply was lost
 * @param signature rcptSign; empty when the reply was lost
 */
public record SignedSale(
        long receiptNumber,
        long totalNumber,
        String internalData,
        String signature,
        Instant signedAt,
        String sdcId,
        String mrcNo) {}
