package rw.ishemalink.payment.collecting;

import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Who may know of a payment, and whose it is. Both within the tenant of the token. */
final class PaymentAccess {

    private PaymentAccess() {}

    /** The sender, the payer, and those who run or check the tenant. */
    static boolean mayRead(Caller caller, Payment payment) {
        return caller.tenant().equals(payment.terms().tenant())
                && (owns(caller, payment)
                        || caller.isAnyForTenant(
                                Role.DISPATCHER, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN, Role.AUDITOR));
    }

    /** The sender by person, the payer by phone number. */
    static boolean owns(Caller caller, Payment payment) {
        return caller.personId().equals(payment.terms().senderId())
                || caller.phone()
                        .filter(phone ->
                                phone.equals("+" + payment.terms().payer().digits()))
                        .isPresent();
    }
}
