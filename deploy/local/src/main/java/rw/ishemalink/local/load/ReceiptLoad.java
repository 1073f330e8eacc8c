package rw.ishemalink.local.load;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.ComplianceEvent;

/**
 * Receipts as fast as one fiscal device goes: paid bookings are told of as booking-service would, compliance-service has each
 * signed by the simulated VSDC (sale, then stock, one after the other), and the receipt is heard of on compliance.events. At the
 * end the numbers are held against each other: none twice, none left out.
 */
public final class ReceiptLoad {

    private static final String KEY = "bG9hZCBsb2FkIGxvYWQgbG9hZCBsb2FkIGxvYWQgbG8=";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int DIGITS = 3;

    private static final String GAPS = """
            select max(invoice_number) - min(invoice_number) + 1 - count(distinct invoice_number) from fiscal_receipt
             where source = 'DEVICE'""";
    private static final String DUPLICATES = """
            select count(*) - least(count(distinct invoice_number), count(distinct number), count(distinct booking_id))
              from fiscal_receipt where source = 'DEVICE'""";

    private final Path checkout;
    private final Duration warmUp;
    private final Duration time;
    private final Semaphore free;
    private final PrintWriter out;
    private final Map<UUID, Long> sentAt = new ConcurrentHashMap<>();
    private final AtomicLong issued = new AtomicLong();
    private final AtomicLong others = new AtomicLong();
    private volatile Histogram micros = new ConcurrentHistogram(DIGITS);
    private long sent;

    /**
     * A load that is yet to run.
     *
     * @param warmUp before the time that counts
     * @param time that counts
     * @param atOnce how many paid bookings wait for their receipt at a time
     */
    public ReceiptLoad(Path checkout, Duration warmUp, Duration time, int atOnce, PrintWriter out) {
        this.checkout = checkout;
        this.warmUp = warmUp;
        this.time = time;
        this.free = new Semaphore(atOnce);
        this.out = out;
    }

    /** Runs it and prints the figures; false if a number is missing or was given twice. */
    public boolean run() {
        print("starting PostgreSQL, Kafka, the registry, simulators and compliance-service%n");
        try (LoadStack stack = new LoadStack(checkout, services());
                Events events = new Events(stack.bootstrapServers())) {
            events.hear(Topics.COMPLIANCE_EVENTS, ComplianceEvent.class, this::heard);
            pay(events, warmUp);
            micros = new ConcurrentHistogram(DIGITS);
            long before = issued.get();
            long began = System.nanoTime();
            pay(events, time);
            double perSecond = (issued.get() - before) / ((System.nanoTime() - began) / 1e9);
            Histogram measured = micros;
            events.flush();
            Waiting.until("all receipts", PATIENCE, sentAt::isEmpty);
            report(perSecond, measured);
            return check(new Database(stack.database(LoadStack.COMPLIANCE)));
        }
    }

    private static Map<String, Map<String, String>> services() {
        return Map.of(LoadStack.SIMULATORS, Map.of(), LoadStack.COMPLIANCE, Map.of("ISHEMA_LOCAL_SIGNATURE_KEY", KEY));
    }

    /** Pays for so long, the next booking whenever a receipt has come. */
    private void pay(Events events, Duration howLong) {
        long end = System.nanoTime() + howLong.toNanos();
        while (System.nanoTime() < end) {
            if (acquire()) {
                PaidBooking booking = PaidBooking.by("+250788123456", Instant.now());
                sentAt.put(booking.bookingId(), System.nanoTime());
                sent++;
                booking.publishPaid(events);
            }
        }
    }

    private boolean acquire() {
        try {
            return free.tryAcquire(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void heard(ComplianceEvent event, Instant at) {
        if (event.getChange() != ComplianceChange.RECEIPT_ISSUED) {
            others.incrementAndGet();
            return;
        }
        Long began = sentAt.remove(event.getBookingId());
        if (began != null) {
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
            issued.incrementAndGet();
            free.release();
        }
    }

    private void report(double perSecond, Histogram measured) {
        print("%-26s %8.1f per s%n", "receipts", perSecond);
        print(
                "%-26s p50 %6.0f ms   p99 %6.0f ms%n",
                "paid → receipt",
                measured.getValueAtPercentile(50) / 1_000.0,
                measured.getValueAtPercentile(99) / 1_000.0);
    }

    private boolean check(Database compliance) {
        long receipts = compliance.count("select count(*) from fiscal_receipt where source = 'DEVICE'");
        long gaps = compliance.count(GAPS);
        long duplicates = compliance.count(DUPLICATES);
        print(
                "%,d paid, %,d receipts, %d gaps and %d duplicates in their numbers, %d signed by ourselves%n",
                sent, receipts, gaps, duplicates, others.get());
        boolean right = receipts == sent && gaps == 0 && duplicates == 0;
        print("%s%n", right ? "right: each sale has one receipt, and the numbers have no gap" : "WRONG: see above");
        return right;
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
