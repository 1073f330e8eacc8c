package rw.ishemalink.payment.collecting;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.GroupCommit;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.collecting.Verdicts.Verdict;
import rw.ishemalink.payment.collecting.store.MovementStore;
import rw.ishemalink.payment.collecting.store.PaymentStore;
import rw.ishemalink.payment.collecting.store.PaymentStore.Seen;

/**
 * Records what providers answered: what comes at the same moment in one transaction. Decided on the locked rows as they are
 * now, not as they were when the provider was asked. Such a transaction has one outcome of a payment at most, and never
 * waits for a payment that somebody else holds: what cannot go with the others goes alone, after them.
 */
@ApplicationScoped
class Outcomes {

    /** What the provider answered about a movement that a worker of ours took up. */
    record Outcome(Claim claim, Answer answer) {

        UUID paymentId() {
            return claim.payment().paymentId();
        }
    }

    private final UnitOfWork unitOfWork;
    private final PaymentStore payments;
    private final MovementStore movements;
    private final Carrying carrying;
    private final Verdicts verdicts;
    private final GroupCommit<Outcome, Boolean> together;

    Outcomes(
            UnitOfWork unitOfWork,
            PaymentStore payments,
            MovementStore movements,
            Carrying carrying,
            Verdicts verdicts) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.movements = movements;
        this.carrying = carrying;
        this.verdicts = verdicts;
        this.together = unitOfWork.groupTransaction("outcomes", this::recordTogether);
    }

    @PreDestroy
    void close() {
        together.close();
    }

    /** Returns when it is committed. */
    void record(Claim claim, Answer answer) {
        Outcome outcome = new Outcome(claim, answer);
        if (!together.write(outcome)) {
            unitOfWork.run(tx -> {
                Seen payment = payments.getLocked(tx.sql(), outcome.paymentId());
                record(tx, List.of(payment), Map.of(outcome.paymentId(), outcome));
            });
        }
    }

    /** Answers of each, in their order, whether it is recorded. */
    List<Boolean> recordTogether(Tx tx, List<Outcome> outcomes) {
        Map<UUID, Outcome> firsts = new HashMap<>();
        outcomes.forEach(outcome -> firsts.putIfAbsent(outcome.paymentId(), outcome));
        List<Seen> free = payments.listFreeLocked(tx.sql(), firsts.keySet());
        Set<Outcome> recorded = Collections.newSetFromMap(new IdentityHashMap<>());
        free.forEach(seen -> recorded.add(of(firsts, seen)));
        if (!free.isEmpty()) {
            record(tx, free, firsts);
        }
        return outcomes.stream().map(recorded::contains).toList();
    }

    private void record(Tx tx, List<Seen> locked, Map<UUID, Outcome> outcomes) {
        List<UUID> references = locked.stream()
                .map(seen -> of(outcomes, seen).claim().reference())
                .toList();
        Map<UUID, Movement> byPayment = movements.listLocked(tx.sql(), references).stream()
                .collect(toMap(Movement::paymentId, movement -> movement));
        List<Verdict> all = locked.stream()
                .map(seen -> decide(tx, seen, of(byPayment, seen), of(outcomes, seen)))
                .toList();
        movements.record(tx.sql(), all.stream().map(Verdict::known).toList());
        carrying.write(tx, all.stream().map(Verdict::decided).toList());
        carrying.insertRefunds(
                tx, all.stream().flatMap(verdict -> verdict.again().stream()).toList());
    }

    private Verdict decide(Tx tx, Seen seen, Movement movement, Outcome outcome) {
        Correlation.begin(seen.payment().terms().correlationId());
        try {
            Verdict verdict =
                    verdicts.of(seen, movement, outcome, () -> !movements.hasOtherOpenRefund(tx.sql(), movement));
            carrying.tell(tx, verdict.decided().decision());
            return verdict;
        } finally {
            Correlation.end();
        }
    }

    private static <T> T of(Map<UUID, T> byPayment, Seen seen) {
        return Objects.requireNonNull(byPayment.get(seen.payment().paymentId()));
    }
}
