package rw.ishemalink.payment.ledger.statement;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.AccountKey;

/** Whose accounts a caller may see, always within the tenant of the token. */
public final class AccountAccess {

    private AccountAccess() {}

    /** Those who run or check the tenant's books. */
    public static boolean seesAll(Caller caller) {
        return caller.isAny(Role.AUDITOR, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN);
    }

    /** The account of that name and party, if the caller may see it; without a party a driver or operator means its own. */
    public static Optional<AccountKey> find(Caller caller, Account account, @Nullable UUID party) {
        if (seesAll(caller)) {
            return party == null || account.hasParties()
                    ? Optional.of(new AccountKey(caller.tenant(), account, party))
                    : Optional.empty();
        }
        return findOwn(caller, account)
                .filter(own -> party == null || party.equals(own))
                .map(own -> new AccountKey(caller.tenant(), account, own));
    }

    /** Who the caller is on accounts of that name. */
    private static Optional<UUID> findOwn(Caller caller, Account account) {
        return switch (account) {
            case DRIVER_PAYABLE -> caller.isAny(Role.DRIVER) ? Optional.of(caller.personId()) : Optional.empty();
            case OPERATOR_PAYABLE -> caller.isAny(Role.OPERATOR) ? caller.operatorId() : Optional.empty();
            case PAYER_CLEARING_MTN,
                    PAYER_CLEARING_AIRTEL,
                    REVENUE,
                    VAT_PAYABLE,
                    COMMISSION,
                    REFUNDS_PAYABLE,
                    PROVIDER_FEES,
                    SUSPENSE -> Optional.empty();
        };
    }
}
