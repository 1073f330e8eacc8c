package rw.ishemalink.payment.collecting;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.collecting.store.MovementStore;
import rw.ishemalink.payment.collecting.store.PaymentStore;
import rw.ishemalink.payment.collecting.store.PaymentStore.Seen;
import rw.ishemalink.payment.config.PaymentConfig;

/** The movements of payments, as errands: attempts and refunds. */
@ApplicationScoped
class Movements implements Errands<Claim> {

    private final UnitOfWork unitOfWork;
    private final PaymentStore payments;
    private final MovementStore movements;
    private final Outcomes outcomes;
    private final PaymentConfig config;

    Movements(
            UnitOfWork unitOfWork,
            PaymentStore payments,
            MovementStore movements,
            Outcomes outcomes,
            PaymentConfig config) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.movements = movements;
        this.outcomes = outcomes;
        this.config = config;
    }

    @Override
    public int callsAtOnce() {
        return config.callsAtOnce();
    }

    @Override
    public List<Claim> claim(Provider provider, int limit) {
        return unitOfWork.call(tx -> {
            List<Movement> due = movements.listDueLocked(tx.sql(), provider, limit);
            return due.isEmpty() ? List.of() : claim(tx, due);
        });
    }

    private List<Claim> claim(Tx tx, List<Movement> due) {
        Set<UUID> paymentIds = due.stream().map(Movement::paymentId).collect(toSet());
        Map<UUID, Seen> seen = payments.list(tx.sql(), paymentIds).stream()
                .collect(toMap(one -> one.payment().paymentId(), one -> one));
        List<Claim> claims = due.stream()
                .map(movement -> claim(movement, Objects.requireNonNull(seen.get(movement.paymentId()))))
                .toList();
        movements.claim(tx.sql(), claims.stream().collect(toMap(Claim::reference, Claim::step)));
        return claims;
    }

    private static Claim claim(Movement due, Seen seen) {
        Payment payment = seen.payment();
        boolean inTime = seen.at().isBefore(payment.terms().expiresAt());
        return new Claim(due, payment, MovementRules.step(due, payment.status(), inTime));
    }

    @Override
    public Answer send(MobileMoney provider, Claim claim) {
        Movement movement = claim.movement();
        UUID reference = movement.reference();
        return switch (movement.kind()) {
            case COLLECTION ->
                provider.collect(
                        reference, movement.wallet().phone(), claim.payment().terms());
            case REFUND ->
                provider.refund(
                        reference, movement.getRefundOf(), claim.payment().terms());
        };
    }

    @Override
    public Answer question(MobileMoney provider, Claim claim) {
        UUID reference = claim.movement().reference();
        return switch (claim.movement().kind()) {
            case COLLECTION -> provider.askCollection(reference);
            case REFUND -> provider.askRefund(reference, claim.movement().getRefundOf());
        };
    }

    @Override
    public void record(Claim claim, Answer answer) {
        outcomes.record(claim, answer);
    }

    @Override
    public Set<UUID> hint(Tx tx, Collection<UUID> references) {
        return movements.hint(tx.sql(), references);
    }
}
