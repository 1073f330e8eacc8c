package rw.ishemalink.payment.outbound.airtel;

import java.util.UUID;

/**
 * What we take from a callback: which of our transactions it is about.
 *
 * @param genuine whether its hash fits, or none is expected
 */
public record AirtelCallback(UUID reference, boolean genuine) {}
