package rw.ishemalink.payment.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of a tenant.
 *
 * @param party whose it is; null for an account of the tenant's own, and for all parties' accounts of that name together
 */
public record AccountKey(
        String tenant, Account account, @Nullable UUID party) {

    public static AccountKey of(String tenant, Entry entry) {
        return new AccountKey(tenant, entry.account(), entry.party());
    }

    /** All parties' accounts of that name together. */
    public AccountKey ofAllParties() {
        return new AccountKey(tenant, account, null);
    }
}
