package rw.ishemalink.simulators.money;

import java.util.Optional;
import java.util.function.Function;
import rw.ishemalink.simulators.Bounded;

/** The people with the phones: who was told what; everybody else approves after the usual delay. */
public final class Payers {

    private static final int LIMIT = 10_000;

    private final Bounded<String, PayerOrder> orders = new Bounded<>(LIMIT);
    private final OperatorConfig config;
    private final Function<String, Optional<Plan>> testNumbers;

    Payers(OperatorConfig config, Function<String, Optional<Plan>> testNumbers) {
        this.config = config;
        this.testNumbers = testNumbers;
    }

    void tell(String msisdn, PayerOrder order) {
        orders.put(msisdn, order);
    }

    PayerOrder order(String msisdn) {
        return orders.find(msisdn).orElse(new PayerOrder(PayerOrder.Behaviour.APPROVE, null));
    }

    void forgetOrders() {
        orders.clear();
    }

    /** An order beats a test number, a test number beats the habit. */
    public Plan plan(String msisdn) {
        return orders.find(msisdn)
                .map(order -> order.plan(config.approvalDelay(), config.payerWindow()))
                .or(() -> testNumbers.apply(msisdn))
                .orElseGet(() -> order(msisdn).plan(config.approvalDelay(), config.payerWindow()));
    }
}
