package rw.ishemalink.local.load;

import static java.util.stream.Collectors.toMap;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.HdrHistogram.Histogram;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentEvent;

/**
 * Payments: first at a steady pace with well-behaved providers, to see how long the platform itself takes; then many with
 * every fault that the simulators know, the service killed twice and the broker once. At the end the books are held against the
 * providers' settlement files.
 */
public final class PaymentLoad {

    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** So that some are paid too late. */
    private static final Duration LEFT_WITH_FAULTS = Duration.ofSeconds(40);

    private static final int CANCELLED_PERCENT = 10;
    private static final int TOLD_TWICE_PERCENT = 3;

    private static final String BOOKINGS = """
            select m.reference, p.booking_id from movement m join payment p using (payment_id)
             where m.kind = 'COLLECTION'""";

    private final Path checkout;
    private final int perSecond;
    private final Duration paced;
    private final int faulty;
    private final PrintWriter out;
    private final SplittableRandom random = new SplittableRandom(20_261_121);
    private final Map<UUID, Instant> paidAt = new ConcurrentHashMap<>();
    private final Queue<PaidBooking> toCancel = new ConcurrentLinkedQueue<>();

    /**
     * A load that is yet to run.
     *
     * @param perSecond payments, at the steady pace and with faults
     * @param paced how long without faults, after the warm-up
     * @param faulty how many payments with faults
     */
    public PaymentLoad(Path checkout, int perSecond, Duration paced, int faulty, PrintWriter out) {
        this.checkout = checkout;
        this.perSecond = perSecond;
        this.paced = paced;
        this.faulty = faulty;
        this.out = out;
    }

    /** Runs it and prints the figures; false if the books are wrong. */
    public boolean run() {
        print("starting PostgreSQL, Kafka, the registry, the simulators and %s%n", MoneyStage.SERVICE);
        try (MoneyStage stage = new MoneyStage(checkout)) {
            stage.hear(this::heard);
            steadily(stage, WARM_UP);
            report(stage, steadily(stage, paced));
            Instant begin = Instant.now();
            withFaults(stage);
            MoneyCheck check = stage.check();
            Waiting.until(
                    "every payment to be decided",
                    PATIENCE,
                    () -> check.countPayments() == stage.countPayers() && check.countOpen() == 0);
            print("%,d payments with faults, decided after %,d s%n", faulty, seconds(begin));
            return report(check.compare());
        }
    }

    private void heard(PaymentEvent event, Instant at) {
        if (event.getChange() == PaymentChange.SUCCEEDED) {
            paidAt.putIfAbsent(event.getPayment().getBookingId(), at);
        }
    }

    /** At the pace, one half at each provider; answers with when each was accepted, once all are paid. */
    private Map<UUID, Instant> steadily(MoneyStage stage, Duration time) {
        Map<UUID, Instant> accepted = new ConcurrentHashMap<>();
        atPace((int) (perSecond * time.toSeconds()), () -> {
            Instant begin = Instant.now();
            accepted.put(stage.confirm(nextPayer(stage)).bookingId(), begin);
        });
        Waiting.until("all to be paid", PATIENCE, () -> paidAt.keySet().containsAll(accepted.keySet()));
        return accepted;
    }

    /** Payers come at the pace, while the weather turns every two seconds and parts die. */
    private void withFaults(MoneyStage stage) {
        ProviderFaults faults = new ProviderFaults(stage.providers(), 1);
        Queue<String> toKill = new ConcurrentLinkedQueue<>(List.of(MoneyStage.SERVICE, "kafka", MoneyStage.SERVICE));
        int every = faulty / (toKill.size() + 1);
        Thread[] killing = {Thread.ofVirtual().unstarted(() -> {})};
        int[] sent = {0};
        atPace(faulty, () -> {
            String payer = nextPayer(stage);
            faults.meet(payer);
            if (sent[0]++ % (2 * perSecond) == 0) {
                faults.turn();
            }
            if (sent[0] % every == 0 && !toKill.isEmpty()) {
                killing[0] = kill(stage, toKill.remove(), sent[0]);
            }
            tell(stage, stage.confirmWithLeft(payer, LEFT_WITH_FAULTS));
        });
        stage.flush();
        join(killing[0]);
        stage.providers().calm();
    }

    private Thread kill(MoneyStage stage, String part, int sent) {
        print("  %s is killed and started again after %,d%n", part, sent);
        return Thread.ofPlatform().start(() -> {
            stage.stack().kill(part);
            stage.stack().start(part);
        });
    }

    /** Perhaps tells it again, perhaps cancels it. */
    private void tell(MoneyStage stage, PaidBooking booking) {
        if (random.nextInt(100) < TOLD_TWICE_PERCENT) {
            stage.tellConfirmed(booking);
        }
        if (random.nextInt(100) < CANCELLED_PERCENT) {
            toCancel.add(booking);
        }
        if (toCancel.size() > perSecond / 10) {
            stage.tellCancelled(toCancel.remove());
        }
    }

    private String nextPayer(MoneyStage stage) {
        return stage.payerAt(Providers.ALL.get(random.nextInt(Providers.ALL.size())));
    }

    private void atPace(int times, Runnable act) {
        long begin = System.nanoTime();
        for (int i = 0; i < times; i++) {
            long due = begin + i * 1_000_000_000L / perSecond;
            long early = due - System.nanoTime();
            if (early > 0) {
                Waiting.pause(Duration.ofNanos(early));
            }
            act.run();
        }
    }

    /** Accepted: the event that the booking is confirmed goes to the broker. Prompt and callback: by the provider's clock. */
    private void report(MoneyStage stage, Map<UUID, Instant> accepted) {
        Map<UUID, UUID> bookings = stage
                .database()
                .list(BOOKINGS, row -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        Histogram toPrompt = new Histogram(3);
        Histogram toPaid = new Histogram(3);
        for (Settlements.Line line : stage.settlements().listMoved()) {
            UUID booking = bookings.get(line.reference());
            Instant begin = booking == null ? null : accepted.get(booking);
            if (begin != null) {
                Instant prompted = line.at().minus(MoneyStage.PAYER);
                toPrompt.recordValue(Math.max(0, begin.until(prompted, ChronoUnit.MICROS)));
                toPaid.recordValue(Math.max(0, line.at().until(paidAt.get(booking), ChronoUnit.MICROS)));
            }
        }
        print("%,d payments at %d a second, without faults%n", toPaid.getTotalCount(), perSecond);
        print("%-26s p50 %6.1f ms   p99 %6.1f ms%n", "accepted → prompt sent", at(toPrompt, 50), at(toPrompt, 99));
        print("%-26s p50 %6.1f ms   p99 %6.1f ms%n", "callback sent → PAID", at(toPaid, 50), at(toPaid, 99));
    }

    private static double at(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    private boolean report(MoneyCheck.Found found) {
        print("payments                   %s%n", found.payments());
        row("moved at the providers", found.moved());
        row("not decided", found.open());
        row("moved, unknown to us", found.unaccounted());
        row("known to us, not moved", found.imagined());
        row("paid twice", found.twice());
        row("kept for a dead booking", found.keptForDead());
        row("paid without money", found.missing());
        row("ledger, difference", found.ledgerDifference());
        row("clearing, difference", found.clearingDifference());
        row("owed back", found.owedBack());
        print("%s%n", found.isRight() ? "right: every franc is where it belongs" : "WRONG: see above");
        return found.isRight();
    }

    private void row(String name, long figure) {
        print("%-26s %,10d%n", name, figure);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long seconds(Instant begin) {
        return Duration.between(begin, Instant.now()).toSeconds();
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
