package rw.ishemalink.payment.payees;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.AccountKey;

/** Who is who among those who are paid, always within the tenant of the token. */
public final class PayeeAccess {

    private PayeeAccess() {}

    /** Those who run or check the tenant's books. */
    public static boolean seesAll(Caller caller) {
        return caller.isAny(Role.AUDITOR, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN);
    }

    /** Whether the caller may know of what that account's party is paid. */
    public static boolean mayRead(Caller caller, AccountKey account) {
        return account.tenant().equals(caller.tenant())
                && (seesAll(caller) || own(caller).anyMatch(account::equals));
    }

    /** The account that the caller is paid from: that of the operator whom the caller speaks for, or the driver's own. */
    public static Optional<AccountKey> findOwn(Caller caller) {
        return own(caller).findFirst();
    }

    /** The operator whom the caller speaks for. */
    public static Optional<UUID> findOperator(Caller caller) {
        return caller.isAny(Role.OPERATOR) ? caller.operatorId() : Optional.empty();
    }

    /** The driver who the caller is. */
    public static Optional<UUID> findDriver(Caller caller) {
        return caller.isAny(Role.DRIVER) ? Optional.of(caller.personId()) : Optional.empty();
    }

    private static Stream<AccountKey> own(Caller caller) {
        return Stream.concat(
                findOperator(caller).stream()
                        .map(operator -> new AccountKey(caller.tenant(), Account.OPERATOR_PAYABLE, operator)),
                findDriver(caller).stream()
                        .map(driver -> new AccountKey(caller.tenant(), Account.DRIVER_PAYABLE, driver)));
    }
}
