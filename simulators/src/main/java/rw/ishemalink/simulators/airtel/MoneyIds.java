package rw.ishemalink.simulators.airtel;

import jakarta.inject.Singleton;
import java.util.Optional;
import rw.ishemalink.simulators.money.Transaction;
import rw.ishemalink.simulators.money.Transaction.Kind;

/** Finds payments by Airtel's own id of the money. */
@Singleton
public class MoneyIds {

    private final AirtelOperator airtel;

    public MoneyIds(AirtelOperator airtel) {
        this.airtel = airtel;
    }

    Optional<Transaction> findPayment(String client, String moneyId) {
        return airtel.book()
                .findFirst(transaction -> transaction.kind() == Kind.COLLECTION
                        && transaction.merchant().equals(client)
                        && airtel.transactionId(transaction).equals(moneyId));
    }
}
