package rw.ishemalink.simulators.mtn;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import rw.ishemalink.simulators.Bounded;
import rw.ishemalink.simulators.WorldClock;

/** Every operation accepted; the reference id is the key, so a second use of it is refused. */
@ApplicationScoped
public class Transactions {

    private static final int LIMIT = 100_000;
    private static final long FIRST_NUMBER = 1_000_000_000L;

    private final Bounded<UUID, Transaction> byReference = new Bounded<>(LIMIT);
    private final AtomicLong numbers = new AtomicLong(FIRST_NUMBER);
    private final WorldClock clock;
    private final Callbacks callbacks;

    public Transactions(WorldClock clock, Callbacks callbacks) {
        this.clock = clock;
        this.callbacks = callbacks;
    }

    void accept(Transaction.Kind kind, Door.Admission admission, Terms terms, Optional<Party> party, Plan plan) {
        Transaction transaction = new Transaction(
                kind,
                admission.reference(),
                admission.user().id(),
                terms,
                party.orElse(null),
                admission.callbackUrl(),
                clock.instant(),
                plan,
                numbers.incrementAndGet());
        if (!byReference.putIfAbsent(admission.reference(), transaction)) {
            throw duplicate();
        }
        callbacks.follow(transaction);
    }

    void requireNew(UUID reference) {
        if (byReference.find(reference).isPresent()) {
            throw duplicate();
        }
    }

    private static RuntimeException duplicate() {
        return MtnError.refusal(409, "RESOURCE_ALREADY_EXIST", "Duplicated reference id. Creation of resource failed.");
    }

    /** The operation of that kind and API user, or 404. */
    Transaction get(Transaction.Kind kind, ApiUser user, UUID reference) {
        return byReference
                .find(reference)
                .filter(transaction -> transaction.kind() == kind)
                .filter(transaction -> transaction.apiUser().equals(user.id()))
                .orElseThrow(() -> MtnError.notFound("Requested resource was not found."));
    }

    /** Sum of what was collected in this currency and is final by now. */
    BigDecimal collected(String currency) {
        return byReference.listAll().stream()
                .filter(transaction -> transaction.kind() == Transaction.Kind.REQUEST_TO_PAY)
                .filter(transaction -> transaction.terms().currency().equals(currency))
                .filter(transaction -> transaction.successful(clock.instant()))
                .map(transaction -> transaction.terms().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
