package rw.ishemalink.simulators.mtn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import rw.ishemalink.simulators.Bounded;
import rw.ishemalink.simulators.faults.ControlReset;

/** The people with the phones: who was told what; everybody else approves after the usual delay. */
@ApplicationScoped
public class Payers {

    private static final int LIMIT = 10_000;

    private final Bounded<String, PayerOrder> orders = new Bounded<>(LIMIT);
    private final MtnConfig config;

    public Payers(MtnConfig config) {
        this.config = config;
    }

    void tell(String msisdn, PayerOrder order) {
        orders.put(msisdn, order);
    }

    PayerOrder order(String msisdn) {
        return orders.find(msisdn).orElse(new PayerOrder(PayerOrder.Behaviour.APPROVE, null));
    }

    void onReset(@Observes ControlReset reset) {
        orders.clear();
    }

    /** An order beats a test number, a test number beats the habit. */
    Plan plan(String msisdn) {
        return orders.find(msisdn)
                .map(order -> order.plan(config.approvalDelay(), config.payerWindow()))
                .or(() -> MagicNumbers.findForPayer(msisdn, config.approvalDelay(), config.payerWindow()))
                .orElseGet(() -> order(msisdn).plan(config.approvalDelay(), config.payerWindow()));
    }
}
