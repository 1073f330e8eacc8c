package rw.ishemalink.simulators.mtn;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.simulators.money.Order;
import rw.ishemalink.simulators.money.Plan;
import rw.ishemalink.simulators.money.Transaction;
import rw.ishemalink.simulators.money.Transaction.Kind;

/** MTN's way to refuse a reference: 409 for one that was used, 404 for one that was not. */
@ApplicationScoped
public class Transactions {

    private final MtnOperator mtn;

    public Transactions(MtnOperator mtn) {
        this.mtn = mtn;
    }

    void accept(Order order, Plan plan) {
        if (mtn.accept(order, plan).isEmpty()) {
            throw duplicate();
        }
    }

    void requireNew(String reference) {
        if (mtn.book().has(reference)) {
            throw duplicate();
        }
    }

    private static RuntimeException duplicate() {
        return MtnError.refusal(409, "RESOURCE_ALREADY_EXIST", "Duplicated reference id. Creation of resource failed.");
    }

    /** The operation of that kind and API user, or 404. */
    Transaction get(Kind kind, ApiUser user, String reference) {
        return mtn.book()
                .find(kind, user.id(), reference)
                .orElseThrow(() -> MtnError.notFound("Requested resource was not found."));
    }
}
