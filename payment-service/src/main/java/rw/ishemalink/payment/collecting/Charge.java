package rw.ishemalink.payment.collecting;

import java.util.UUID;

/**
 * Money that was collected.
 *
 * @param reference ours, of the collection
 * @param transactionId the provider's
 */
public record Charge(UUID reference, String transactionId) {}
