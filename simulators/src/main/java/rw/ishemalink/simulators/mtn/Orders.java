package rw.ishemalink.simulators.mtn;

import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.money.Party;

/** The bodies that ask for money to move; amounts are texts. */
public final class Orders {

    private Orders() {}

    /** What they have in common. */
    public sealed interface Body {

        @Nullable
        String amount();

        @Nullable
        String currency();

        @Nullable
        String externalId();

        @Nullable
        String payerMessage();

        @Nullable
        String payeeNote();
    }

    /** {@code POST /collection/v1_0/requesttopay}. */
    public record RequestToPay(
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String externalId,
            @Nullable Party payer,
            @Nullable String payerMessage,
            @Nullable String payeeNote)
            implements Body {}

    /** {@code POST /disbursement/v1_0/transfer}. */
    public record Transfer(
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String externalId,
            @Nullable Party payee,
            @Nullable String payerMessage,
            @Nullable String payeeNote)
            implements Body {}

    /** {@code POST /disbursement/v1_0/refund}; {@code referenceIdToRefund} is the X-Reference-Id of a request to pay. */
    public record Refund(
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String externalId,
            @Nullable String payerMessage,
            @Nullable String payeeNote,
            @Nullable String referenceIdToRefund)
            implements Body {}
}
