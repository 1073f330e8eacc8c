package rw.ishemalink.payment.shares;

import java.util.Optional;
import java.util.UUID;

/**
 * A booking whose price was shared out, or no longer is.
 *
 * @param commission what we keep of it, whole francs; empty when its share was taken back
 */
public record Settled(UUID bookingId, Optional<Long> commission) {}
