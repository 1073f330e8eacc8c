package rw.ishemalink.simulators.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import rw.ishemalink.simulators.money.Transaction.Kind;

/** One line of a settlement file; amounts in whole units, as whoever planted a difference wants them to look. */
record SettlementLine(
        String reference, String transactionId, Kind kind, long amount, long fee, boolean succeeded, Instant at) {

    static final String HEADER = "reference,transaction_id,kind,amount,fee,status,at";

    private static final BigDecimal BASIS = BigDecimal.valueOf(10_000);

    static SettlementLine of(Manner manner, int feeBasisPoints, Transaction transaction) {
        boolean succeeded = transaction.plan().verdict().status() == Status.SUCCESSFUL;
        return new SettlementLine(
                manner.statementReference(transaction),
                manner.transactionId(transaction),
                transaction.kind(),
                transaction.terms().amount().longValue(),
                succeeded ? fee(transaction, feeBasisPoints) : 0,
                succeeded,
                transaction.decidedAt());
    }

    private static long fee(Transaction transaction, int basisPoints) {
        return switch (transaction.kind()) {
            case COLLECTION, TRANSFER ->
                transaction
                        .terms()
                        .amount()
                        .multiply(BigDecimal.valueOf(basisPoints))
                        .divide(BASIS, 0, RoundingMode.HALF_UP)
                        .longValueExact();
            case REFUND -> 0;
        };
    }

    SettlementLine withAmount(long other) {
        return new SettlementLine(reference, transactionId, kind, other, fee, succeeded, at);
    }

    SettlementLine withOtherStatus() {
        return new SettlementLine(reference, transactionId, kind, amount, fee, !succeeded, at);
    }

    String csv() {
        return String.join(
                ",",
                reference,
                transactionId,
                kind.name(),
                Long.toString(amount),
                Long.toString(fee),
                succeeded ? "SUCCEEDED" : "FAILED",
                at.toString());
    }
}
