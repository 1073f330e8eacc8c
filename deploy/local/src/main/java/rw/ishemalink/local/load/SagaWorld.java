package rw.ishemalink.local.load;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;

/** Who takes part in sagas: riders with all papers, payers at both providers, a dispatcher; and who counts afterwards. */
final class SagaWorld implements AutoCloseable {

    private static final int DRIVERS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String KEY = "bG9hZCBsb2FkIGxvYWQgbG9hZCBsb2FkIGxvYWQgbG8=";

    private final LoadStack stack;
    private final Events events;
    private final Journeys journeys;

    /** @param hearer is told of every change, too */
    SagaWorld(LoadStack stack, Consumer<BookingEvent> hearer) {
        this.stack = stack;
        this.events = new Events(stack.bootstrapServers());
        new Providers(stack.url(LoadStack.SIMULATORS)).reportTo(stack.url(LoadStack.PAYMENT));
        List<UUID> drivers = new LoadDrivers(stack.url(LoadStack.SIMULATORS)).publish(events, DRIVERS);
        Database booking = database(LoadStack.BOOKING);
        Database compliance = database(LoadStack.COMPLIANCE);
        Waiting.until(
                "the drivers to be known",
                PATIENCE,
                () -> booking.count("select count(*) from driver") == DRIVERS
                        && compliance.count("select count(*) from driver_record") == DRIVERS);
        this.journeys = new Journeys(stack.url(LoadStack.BOOKING), stack.mint(), drivers);
        // A relay that was killed sends its last batch again.
        Set<UUID> heard = ConcurrentHashMap.newKeySet();
        events.hear(Topics.BOOKING_EVENTS, BookingEvent.class, (event, _) -> {
            if (heard.add(event.getMetadata().getEventId())) {
                journeys.heard(event);
                hearer.accept(event);
            }
        });
    }

    /** What moves a saga, with what each is told beside the usual. */
    static Map<String, Map<String, String>> services() {
        return Map.of(
                LoadStack.SIMULATORS, Map.of(),
                LoadStack.BOOKING, Map.of("ISHEMA_BOOKING_DELIVERY_CODE_KEY", KEY),
                LoadStack.PAYMENT,
                        Map.of("ISHEMA_GATEWAY_URL", "http://127.0.0.1:${port}", "ISHEMA_PAYMENT_WINDOW", "PT30M"),
                LoadStack.COMPLIANCE, Map.of("ISHEMA_LOCAL_SIGNATURE_KEY", KEY));
    }

    Journeys journeys() {
        return journeys;
    }

    /** Sagas that end in each second of that time. */
    double rate(Duration time) {
        long before = journeys.countDelivered();
        Instant begin = Instant.now();
        Waiting.pause(time);
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1_000.0;
        return (journeys.countDelivered() - before) / seconds;
    }

    /** No more begin; waits until those under way have ended. */
    void letEnd() {
        journeys.letEnd();
        Waiting.until(
                "all sagas to end",
                PATIENCE,
                () -> journeys.countDelivered() + journeys.wrong().size() >= journeys.countBegun());
    }

    /** Prints what is there; false if that is not what was done. */
    boolean check(PrintWriter out) {
        Database payment = database(LoadStack.PAYMENT);
        long sagas = journeys.countDelivered();
        Waiting.until(
                "all shares",
                PATIENCE,
                () -> payment.count("select count(*) from share where status = 'EARNED'") >= sagas);
        MoneyCheck.Found money = new MoneyCheck(payment, new Settlements(stack.url(LoadStack.SIMULATORS))).compare();
        long delivered = database(LoadStack.BOOKING).count("select count(*) from booking where status = 'DELIVERED'");
        long receipts = database(LoadStack.COMPLIANCE).count("select count(distinct booking_id) from fiscal_receipt");
        BookingCheck.Found found = new BookingCheck(stack).count();
        out.printf(
                Locale.ROOT,
                "%,d sagas begun, %,d delivered, %,d receipts, %,d events, %d out of order, %d wrong answers%n",
                journeys.countBegun(),
                delivered,
                receipts,
                found.events(),
                found.disorder(),
                journeys.wrong().size());
        journeys.wrong().stream().limit(3).forEach(answer -> out.println("  " + answer));
        out.println("money: " + money);
        boolean right = journeys.wrong().isEmpty()
                && delivered == journeys.countBegun()
                && receipts == delivered
                && found.events() == found.transitions()
                && found.disorder() == 0
                && money.isRight();
        out.println(
                right
                        ? "right: each saga went once through everything, and every franc is ours once"
                        : "WRONG: see above");
        out.flush();
        return right;
    }

    private Database database(String service) {
        return new Database(stack.database(service));
    }

    @Override
    public void close() {
        journeys.close();
        events.close();
    }
}
