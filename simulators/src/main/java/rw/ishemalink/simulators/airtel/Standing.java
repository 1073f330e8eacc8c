package rw.ishemalink.simulators.airtel;

import jakarta.inject.Singleton;
import java.time.Instant;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.airtel.Reply.TransactionData;
import rw.ishemalink.simulators.money.Transaction;
import rw.ishemalink.simulators.money.Transaction.Kind;
import rw.ishemalink.simulators.money.Verdict;

/** How an operation stands, in Airtel's words. */
@Singleton
public class Standing {

    private final AirtelOperator airtel;
    private final WorldClock clock;

    public Standing(AirtelOperator airtel, WorldClock clock) {
        this.airtel = airtel;
        this.clock = clock;
    }

    Reply of(Transaction transaction) {
        Verdict verdict = transaction.verdict(clock.instant());
        String family = transaction.kind() == Kind.TRANSFER ? "DP00900001" : "DP00800001";
        return switch (verdict.status()) {
            case CREATED, PENDING -> reply(transaction, "TIP", "In progress", family + "006", true);
            case AMBIGUOUS -> reply(transaction, "TA", "Ambiguous", family + "000", true);
            case SUCCESSFUL ->
                isReversed(transaction)
                        ? reply(transaction, "TR", "Reversed", family + "001", true)
                        : reply(transaction, "TS", "Success", family + "001", true);
            case FAILED -> failed(transaction, String.valueOf(verdict.reason()), family);
        };
    }

    private Reply failed(Transaction transaction, String reason, String family) {
        String status = reason.equals("EXPIRED") ? "TE" : "TF";
        return reply(transaction, status, reason, family + Codes.of(transaction.kind(), reason), false);
    }

    private Reply reply(Transaction transaction, String status, String message, String code, boolean success) {
        boolean money = status.equals("TS") || status.equals("TR");
        return Reply.of(
                new TransactionData(
                        money ? airtel.transactionId(transaction) : null, transaction.reference(), message, status),
                code,
                success);
    }

    boolean isReversed(Transaction transaction) {
        return airtel.book().has(refundReference(transaction));
    }

    boolean isPaid(Transaction transaction) {
        Instant now = clock.instant();
        return transaction.successful(now) && !isReversed(transaction);
    }

    /** There is at most one refund of a payment. */
    static String refundReference(Transaction paid) {
        return "refund of " + paid.reference();
    }
}
