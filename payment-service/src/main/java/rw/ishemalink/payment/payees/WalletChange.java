package rw.ishemalink.payment.payees;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Wallet;

/**
 * A wallet that a payee was given.
 *
 * @param changedBy the person who registered it; null when the fleet told of it
 * @param usableFrom when money may go there: at once for the first one, after its rest for any other
 * @param rests whether that is still to come, by the database's clock
 */
public record WalletChange(
        Wallet wallet, @Nullable UUID changedBy, Instant changedAt, Instant usableFrom, boolean rests) {}
