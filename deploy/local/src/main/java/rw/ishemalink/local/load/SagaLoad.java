package rw.ishemalink.local.load;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;

/**
 * Whole sagas as fast as the machine goes: a ride is booked, confirmed, paid, receipted, assigned, picked up and delivered,
 * through booking-, payment- and compliance-service and the simulators of the outside world.
 */
public final class SagaLoad {

    private static final int DRIVERS = 1_000;
    private static final Duration WARM_UP_STEP = Duration.ofSeconds(30);
    private static final WarmUp WARM_UP = new WarmUp(3, 20, 1.05);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String KEY = "bG9hZCBsb2FkIGxvYWQgbG9hZCBsb2FkIGxvYWQgbG8=";

    /** What a booking goes through after it was created. */
    private static final List<BookingChange> STAGES = List.of(
            BookingChange.CONFIRMED,
            BookingChange.PAID,
            BookingChange.RECEIPT_RECORDED,
            BookingChange.ASSIGNMENT_REQUESTED,
            BookingChange.ASSIGNED,
            BookingChange.PICKED_UP,
            BookingChange.DELIVERED);

    private final Path checkout;
    private final Duration time;
    private final int atOnce;
    private final PrintWriter out;

    /**
     * A load that is yet to run.
     *
     * @param time after the warm-up
     * @param atOnce how many sagas are under way at a time
     */
    public SagaLoad(Path checkout, Duration time, int atOnce, PrintWriter out) {
        this.checkout = checkout;
        this.time = time;
        this.atOnce = atOnce;
        this.out = out;
    }

    /** Runs it and prints the figures; false if what is there is not what was done. */
    public boolean run() {
        print("starting PostgreSQL, Kafka, the registry, simulators, booking-, payment- and compliance-service%n");
        try (LoadStack stack = new LoadStack(checkout, services());
                Events events = new Events(stack.bootstrapServers())) {
            new Providers(stack.url(LoadStack.SIMULATORS)).reportTo(stack.url(LoadStack.PAYMENT));
            List<UUID> drivers = new LoadDrivers(stack.url(LoadStack.SIMULATORS)).publish(events, DRIVERS);
            Database booking = new Database(stack.database(LoadStack.BOOKING));
            Database compliance = new Database(stack.database(LoadStack.COMPLIANCE));
            Waiting.until(
                    "the drivers to be known",
                    PATIENCE,
                    () -> booking.count("select count(*) from driver") == DRIVERS
                            && compliance.count("select count(*) from driver_record") == DRIVERS);
            try (Journeys journeys = new Journeys(stack.url(LoadStack.BOOKING), stack.mint(), drivers)) {
                events.hear(Topics.BOOKING_EVENTS, BookingEvent.class, (event, _) -> journeys.heard(event));
                measure(journeys);
                return check(stack, journeys);
            }
        }
    }

    private static Map<String, Map<String, String>> services() {
        return Map.of(
                LoadStack.SIMULATORS, Map.of(),
                LoadStack.BOOKING, Map.of("ISHEMA_BOOKING_DELIVERY_CODE_KEY", KEY),
                LoadStack.PAYMENT,
                        Map.of("ISHEMA_GATEWAY_URL", "http://127.0.0.1:${port}", "ISHEMA_PAYMENT_WINDOW", "PT30M"),
                LoadStack.COMPLIANCE, Map.of("ISHEMA_LOCAL_SIGNATURE_KEY", KEY));
    }

    private void warmUp(Journeys journeys) {
        WARM_UP.run(() -> {
            double now = rate(journeys, WARM_UP_STEP);
            print("warming up: %.1f per s%n", now);
            return now;
        });
    }

    /** Sagas that end in each second of that time. */
    private static double rate(Journeys journeys, Duration time) {
        long before = journeys.countDelivered();
        Instant begin = Instant.now();
        Waiting.pause(time);
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1_000.0;
        return (journeys.countDelivered() - before) / seconds;
    }

    private void measure(Journeys journeys) {
        journeys.begin(atOnce);
        warmUp(journeys);
        journeys.measureAnew();
        double perSecond = rate(journeys, time);
        Journeys.Taken taken = journeys.measureAnew();
        print("%-26s %8.1f per s, %d at a time%n", "sagas", perSecond, atOnce);
        printTimes("booked → delivered", taken.micros(), 1_000);
        for (BookingChange change : STAGES) {
            printTimes("  → " + change, taken.stages().of(change), 1);
        }
        journeys.letEnd();
        Waiting.until(
                "all sagas to end",
                PATIENCE,
                () -> journeys.countDelivered() + journeys.wrong().size() >= journeys.countBegun());
    }

    private boolean check(LoadStack stack, Journeys journeys) {
        Database booking = new Database(stack.database(LoadStack.BOOKING));
        Database compliance = new Database(stack.database(LoadStack.COMPLIANCE));
        Database payment = new Database(stack.database(LoadStack.PAYMENT));
        long sagas = journeys.countDelivered();
        Waiting.until(
                "all shares",
                PATIENCE,
                () -> payment.count("select count(*) from share where status = 'EARNED'") >= sagas);
        MoneyCheck.Found money = new MoneyCheck(payment, new Settlements(stack.url(LoadStack.SIMULATORS))).compare();
        long delivered = booking.count("select count(*) from booking where status = 'DELIVERED'");
        long receipts = compliance.count("select count(distinct booking_id) from fiscal_receipt");
        BookingCheck.Found events = new BookingCheck(stack).count();
        print(
                "%,d sagas begun, %,d delivered, %,d receipts, %,d events, %d out of order, %d wrong answers%n",
                journeys.countBegun(),
                delivered,
                receipts,
                events.events(),
                events.disorder(),
                journeys.wrong().size());
        journeys.wrong().stream().limit(3).forEach(answer -> print("  %s%n", answer));
        print("money: %s%n", money);
        boolean right = journeys.wrong().isEmpty()
                && delivered == journeys.countBegun()
                && receipts == delivered
                && events.events() == events.transitions()
                && events.disorder() == 0
                && money.isRight();
        print(
                "%s%n",
                right
                        ? "right: each saga went once through everything, and every franc is ours once"
                        : "WRONG: see above");
        return right;
    }

    private void printTimes(String what, Histogram histogram, double perMilli) {
        print(
                "%-26s p50 %6.0f ms   p99 %6.0f ms%n",
                what, histogram.getValueAtPercentile(50) / perMilli, histogram.getValueAtPercentile(99) / perMilli);
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
