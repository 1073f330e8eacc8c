package rw.ishemalink.simulators.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import rw.ishemalink.simulators.Bounded;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.money.Transaction.Kind;

/** Every operation that an operator accepted; the reference is the key, so a second use of it is refused. */
public final class Book {

    /** Days of settlement files are days of Rwanda. */
    static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    private static final int LIMIT = 100_000;
    private static final long FIRST_NUMBER = 1_000_000_000L;

    private final Bounded<String, Transaction> byReference = new Bounded<>(LIMIT);
    private final AtomicLong numbers = new AtomicLong(FIRST_NUMBER);
    private final WorldClock clock;

    Book(WorldClock clock) {
        this.clock = clock;
    }

    public boolean has(String reference) {
        return byReference.find(reference).isPresent();
    }

    /** Empty if the reference is taken. */
    Optional<Transaction> accept(Order order, Plan plan) {
        Transaction transaction = new Transaction(
                order.kind(),
                order.reference(),
                order.merchant(),
                order.terms(),
                order.party(),
                order.callbackUrl(),
                order.refundOf(),
                clock.instant(),
                plan,
                numbers.incrementAndGet());
        return byReference.putIfAbsent(order.reference(), transaction) ? Optional.of(transaction) : Optional.empty();
    }

    public Optional<Transaction> find(String reference) {
        return byReference.find(reference);
    }

    /** The oldest that is like that. */
    public Optional<Transaction> findFirst(Predicate<Transaction> wanted) {
        return byReference.listAll().stream().filter(wanted).findFirst();
    }

    /** The merchant's operation of that kind. */
    public Optional<Transaction> find(Kind kind, String merchant, String reference) {
        return find(reference)
                .filter(transaction -> transaction.kind() == kind)
                .filter(transaction -> transaction.merchant().equals(merchant));
    }

    /** Sum of what was collected in this currency and is final by now. */
    public BigDecimal collected(String currency) {
        return byReference.listAll().stream()
                .filter(transaction -> transaction.kind() == Kind.COLLECTION)
                .filter(transaction -> transaction.terms().currency().equals(currency))
                .filter(transaction -> transaction.successful(clock.instant()))
                .map(transaction -> transaction.terms().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The merchant's operations that were decided on that day and by now, oldest first. */
    List<Transaction> listDecidedOn(LocalDate day, String merchant) {
        return byReference.listAll().stream()
                .filter(transaction -> transaction.merchant().equals(merchant))
                .filter(transaction -> !clock.instant().isBefore(transaction.decidedAt()))
                .filter(transaction ->
                        LocalDate.ofInstant(transaction.decidedAt(), KIGALI).equals(day))
                .toList();
    }
}
