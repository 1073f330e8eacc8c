package rw.ishemalink.payment.reconciling;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.ledger.Account;

/**
 * Where it stands that someone is owed the money of a movement.
 *
 * @param party whom, on an account of drivers or operators
 */
public record Owed(Account account, @Nullable UUID party) {

    /** To a payer. */
    public static final Owed TO_PAYERS = new Owed(Account.REFUNDS_PAYABLE, null);
}
