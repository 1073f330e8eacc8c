package rw.ishemalink.payment.collecting;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.collecting.Carrying.Decided;
import rw.ishemalink.payment.collecting.store.PaymentStore;

/** Ends payments whose window closed. Success and expiry race for the row's lock; whoever comes second finds it decided. */
@ApplicationScoped
public class Expiry {

    private static final int BATCH = 200;

    private final UnitOfWork unitOfWork;
    private final PaymentStore payments;
    private final Carrying carrying;

    Expiry(UnitOfWork unitOfWork, PaymentStore payments, Carrying carrying, MeterRegistry meters) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.carrying = carrying;
        Gauge.builder("payment.timeout.lag.seconds", this, Expiry::lagSeconds)
                .description("age of the oldest deadline that is not recorded")
                .register(meters);
    }

    /** Expires what is due, in as many transactions as it takes. */
    public void sweep() {
        int expired;
        do {
            expired = unitOfWork.call(this::expireBatch);
        } while (expired == BATCH);
    }

    private int expireBatch(Tx tx) {
        List<Payment> overdue = payments.listOverdueLocked(tx.sql(), BATCH);
        List<Decided> expired = overdue.stream()
                .map(payment -> new Decided(payment, PaymentRules.expired(payment)))
                .toList();
        try {
            for (Decided one : expired) {
                Correlation.begin(one.before().terms().correlationId());
                carrying.tell(tx, one.decision());
            }
        } finally {
            Correlation.end();
        }
        carrying.write(tx, expired);
        return overdue.size();
    }

    private double lagSeconds() {
        return unitOfWork.read(payments::lagSeconds);
    }
}
