package rw.ishemalink.simulators.mtn;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.faults.FaultOrder.ReasonShape;
import rw.ishemalink.simulators.money.Party;
import rw.ishemalink.simulators.money.Status;
import rw.ishemalink.simulators.money.Terms;
import rw.ishemalink.simulators.money.Transaction;
import rw.ishemalink.simulators.money.Verdict;

/** Answer of a status question and body of a callback; {@code reason} is a text or {@code {code, message}}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatusBody(
        String amount,
        String currency,
        @Nullable String financialTransactionId,
        String externalId,
        @Nullable Party payer,
        @Nullable Party payee,
        String payerMessage,
        String payeeNote,
        MtnStatus status,

        @Schema(description = "text, or object with code and message") @Nullable
        Object reason) {

    static StatusBody of(Transaction transaction, Verdict verdict, ReasonShape shape) {
        Terms terms = transaction.terms();
        boolean collects = transaction.kind() == Transaction.Kind.COLLECTION;
        return new StatusBody(
                terms.amount().toPlainString(),
                terms.currency(),
                verdict.status() == Status.SUCCESSFUL ? Long.toString(transaction.number()) : null,
                terms.externalId(),
                collects ? transaction.party() : null,
                collects ? null : transaction.party(),
                terms.payerMessage(),
                terms.payeeNote(),
                MtnStatus.of(verdict.status()),
                reason(verdict.reason(), shape));
    }

    private static @Nullable Object reason(@Nullable String code, ReasonShape shape) {
        if (code == null) {
            return null;
        }
        return switch (shape) {
            case STRING -> code;
            case OBJECT -> new MtnError(code, "The operation failed: " + code);
        };
    }
}
