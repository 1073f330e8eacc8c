package rw.ishemalink.local.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.payment.PaymentEvent;

/**
 * payment-service among simulated providers, without the rest of the suite: bookings are told of in the place of
 * booking-service. What takes minutes at work takes seconds here, for nobody can watch half an hour pass.
 */
public final class MoneyStage implements AutoCloseable {

    public static final String SERVICE = LoadStack.PAYMENT;

    /** How long a payer takes who does nothing odd. */
    static final Duration PAYER = Duration.ofMillis(300);

    /** Longer than a killed part needs to come back, on however slow a machine. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Map<String, String> HURRIED = Map.ofEntries(
            Map.entry("ISHEMA_GATEWAY_URL", "http://127.0.0.1:${port}"),
            Map.entry("ISHEMA_PAYMENT_WINDOW", WINDOW.toString()),
            Map.entry("ISHEMA_PAYMENT_POLL_EVERY", "PT3S"),
            Map.entry("ISHEMA_PAYMENT_POLL_EVERY_AFTER_END", "PT3S"),
            Map.entry("ISHEMA_PAYMENT_FORGET_AFTER", "PT20S"),
            Map.entry("ISHEMA_PAYMENT_REFUND_RETRY", "PT2S"),
            Map.entry("ISHEMA_PAYMENT_CLAIM_FOR", "PT15S"),
            Map.entry("ISHEMA_PAYMENT_BREAKER_HALF_OPEN_AFTER", "PT2S"),
            Map.entry("ISHEMA_PAYMENT_AIRTEL_ASK_AFTER", "PT3S"));

    private static final Map<String, String> OUTSIDE = Map.of(
            "ISHEMA_SIMULATORS_MTN_APPROVAL_DELAY",
            PAYER.toString(),
            "ISHEMA_SIMULATORS_AIRTEL_APPROVAL_DELAY",
            PAYER.toString(),
            "ISHEMA_SIMULATORS_MTN_PAYER_WINDOW",
            "PT20S",
            "ISHEMA_SIMULATORS_AIRTEL_PAYER_WINDOW",
            "PT20S");

    private final LoadStack stack;
    private final Events events;
    private final Providers providers;
    private final AtomicInteger payers = new AtomicInteger();

    /** Starts it on fresh data and free ports. */
    public MoneyStage(Path checkout) {
        stack = new LoadStack(checkout, Map.of(SERVICE, HURRIED, LoadStack.SIMULATORS, OUTSIDE));
        events = new Events(stack.bootstrapServers());
        providers = new Providers(simulators());
        providers.reportTo(stack.url(SERVICE));
    }

    /** The processes. */
    public LocalStack stack() {
        return stack.stack();
    }

    public Providers providers() {
        return providers;
    }

    /** payment-service's. */
    public Database database() {
        return new Database(stack.database(SERVICE));
    }

    public MoneyCheck check() {
        return new MoneyCheck(database(), settlements());
    }

    Settlements settlements() {
        return new Settlements(simulators());
    }

    private URI simulators() {
        return stack.url(LoadStack.SIMULATORS);
    }

    /** A number that nobody else has, of that provider. */
    public String payerAt(String provider) {
        return (provider.equals("airtel") ? "+25073" : "+25078") + "%07d".formatted(payers.incrementAndGet());
    }

    /** How many numbers were given away. */
    int countPayers() {
        return payers.get();
    }

    /** Tells that a booking of that payer is confirmed now. */
    public PaidBooking confirm(String payer) {
        return confirmWithLeft(payer, WINDOW);
    }

    /** Tells that a booking of that payer was confirmed so long ago that only this much is left to pay it. */
    public PaidBooking confirmWithLeft(String payer, Duration left) {
        PaidBooking booking = PaidBooking.by(payer, Instant.now().minus(WINDOW).plus(left));
        tellConfirmed(booking);
        return booking;
    }

    /** Tells it, perhaps once more. */
    public void tellConfirmed(PaidBooking booking) {
        booking.publishConfirmed(events);
    }

    /** Tells that the booking was cancelled. */
    public void tellCancelled(PaidBooking booking) {
        booking.publishCancelled(events);
    }

    /** Tells that the booking was delivered by that driver. */
    public void tellDelivered(PaidBooking booking, UUID driverId) {
        booking.publishDelivered(events, driverId);
    }

    /** Tells of a driver with that phone; answers the id. */
    public UUID tellDriver(String phone) {
        UUID id = UUID.randomUUID();
        events.publish(
                Topics.FLEET_EVENTS, id, LoadDrivers.event(id, phone, "1" + phone.substring(1) + "00", "RAA 001 A"));
        return id;
    }

    /** The driver asks for all that is owed; answers the HTTP status: 201, or 200 when asked for before under that key. */
    public int askForPay(UUID driverId, String phone, UUID syncId) {
        HttpRequest request = HttpRequest.newBuilder(stack.url(SERVICE).resolve("/api/payments/payouts"))
                .header("Authorization", "Bearer " + stack.mint().tokenOf(driverId, phone, "DRIVER"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"syncId\":\"" + syncId + "\"}"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits until the broker has all that was told. */
    public void flush() {
        events.flush();
    }

    /** Has everything that payment-service publishes from now on told, with the time at which it was heard. */
    void hear(BiConsumer<PaymentEvent, Instant> hearer) {
        events.hear(Topics.PAYMENT_EVENTS, PaymentEvent.class, hearer);
    }

    /** How the payments of those bookings stand, in their order; a payment that is not there yet is NONE. */
    public List<String> listStatus(List<PaidBooking> bookings) {
        return bookings.stream().map(this::status).toList();
    }

    private String status(PaidBooking booking) {
        List<String> found = database()
                .list(
                        "select status from payment where booking_id = '" + booking.bookingId() + "'",
                        row -> row.getString(1));
        return found.isEmpty() ? "NONE" : found.getFirst();
    }

    @Override
    public void close() {
        events.close();
        stack.close();
    }
}
