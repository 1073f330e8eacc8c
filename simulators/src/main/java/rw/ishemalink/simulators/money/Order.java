package rw.ishemalink.simulators.money;

import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.money.Transaction.Kind;

/** An operation that a merchant asks for; see {@link Transaction} for what the parts are. */
public record Order(
        Kind kind,
        String reference,
        String merchant,
        Terms terms,
        @Nullable Party party,
        @Nullable String callbackUrl,
        @Nullable String refundOf) {}
