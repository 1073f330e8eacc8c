package rw.ishemalink.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;

/** A loaded stack to be destroyed: bookings by the thousand, and whole rides under way with money, receipts and trail. */
public final class DrillStage implements AutoCloseable {

    /** Those whose databases the drill compares. */
    public static final List<String> SERVICES = List.of(LoadStack.BOOKING, LoadStack.PAYMENT, LoadStack.COMPLIANCE);

    /** Many, for under a synchronous archive each waits for the store, and those who wait share what is sent there. */
    private static final int CLIENTS = 512;

    private static final int DRIVERS = 300;

    /** Less than anybody who rides waits for. */
    private static final int HANDFUL = 1_000;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LONGEST_LOAD = Duration.ofHours(1);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    /** Of a million entries in one answer. */
    private static final Duration VERIFY_TIMEOUT = Duration.ofMinutes(10);

    private static final String KEY = "bG9hZCBsb2FkIGxvYWQgbG9hZCBsb2FkIGxvYWQgbG8=";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoadStack stack;
    private final Events events;
    private final BookingRequests requests;
    private final Journeys journeys;
    private final Told told = new Told();
    private final Set<UUID> heard = ConcurrentHashMap.newKeySet();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_TIMEOUT).build();

    /** Starts it. */
    public DrillStage(Path checkout) {
        this.stack = new LoadStack(
                checkout,
                Map.of(
                        LoadStack.SIMULATORS, Map.of(),
                        LoadStack.BOOKING, Map.of("ISHEMA_BOOKING_DELIVERY_CODE_KEY", KEY),
                        LoadStack.PAYMENT,
                                Map.of(
                                        "ISHEMA_GATEWAY_URL",
                                        "http://127.0.0.1:${port}",
                                        "ISHEMA_PAYMENT_WINDOW",
                                        "PT30M"),
                        LoadStack.COMPLIANCE, Map.of("ISHEMA_LOCAL_SIGNATURE_KEY", KEY)));
        this.events = new Events(stack.bootstrapServers());
        this.requests = new BookingRequests(stack.mint());
        new Providers(stack.url(LoadStack.SIMULATORS)).reportTo(stack.url(LoadStack.PAYMENT));
        List<UUID> drivers = new LoadDrivers(stack.url(LoadStack.SIMULATORS)).publish(events, DRIVERS);
        Waiting.until(
                "the drivers to be known",
                PATIENCE,
                () -> database(LoadStack.BOOKING).count("select count(*) from driver") == DRIVERS
                        && database(LoadStack.COMPLIANCE).count("select count(*) from driver_record") == DRIVERS);
        this.journeys = new Journeys(stack.url(LoadStack.BOOKING), stack.mint(), drivers, told::granted);
        events.hear(Topics.BOOKING_EVENTS, BookingEvent.class, (event, _) -> {
            // After a restore some events come again.
            if (heard.add(event.getMetadata().getEventId())) {
                journeys.heard(event);
            }
        });
    }

    public LocalStack stack() {
        return stack.stack();
    }

    /** Where its files are until it is closed. */
    public Path home() {
        return stack.home();
    }

    /** Makes so many bookings; answers with bookings a second. */
    public double book(int bookings) {
        try (HttpLoad load = new HttpLoad(stack.url(LoadStack.BOOKING))) {
            return load.run(
                            CLIENTS,
                            LONGEST_LOAD,
                            () -> requests.distinct() < bookings ? requests.next() : Optional.empty(),
                            (request, answer) -> {
                                if (answer.status() == 201) {
                                    told.granted(request.path(), answer.body());
                                }
                            })
                    .perSecond();
        }
    }

    /** Waits until every event of the bookings is told, and the services have dealt with all but a handful; how long that took. */
    public Duration awaitDealtWith() {
        long begin = System.nanoTime();
        try (Backlog backlog = new Backlog(stack.bootstrapServers())) {
            Waiting.until(
                    "the services to deal with what was booked",
                    LONGEST_LOAD,
                    () -> heard.size() >= told.count()
                            && backlog.lags(DrillStage::isTold).values().stream()
                                    .allMatch(lag -> lag < HANDFUL));
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static boolean isTold(String topic) {
        return Set.of(Topics.BOOKING_EVENTS, Topics.PAYMENT_EVENTS, Topics.COMPLIANCE_EVENTS).stream()
                .anyMatch(one -> one.topicName().equals(topic));
    }

    /** Lets so many rides begin; who has arrived makes room for the next. */
    public void ride(int atOnce) {
        journeys.begin(atOnce);
    }

    /** No more rides begin; those under way may end. */
    public void letRidesEnd() {
        journeys.letEnd();
    }

    /** Waits until so many rides more have arrived. */
    public void awaitArrivals(long more) {
        long before = journeys.countDelivered();
        Waiting.until("rides to arrive", PATIENCE, () -> journeys.countDelivered() >= before + more);
    }

    /** How many rides have arrived. */
    public long countArrived() {
        return journeys.countDelivered();
    }

    /** How many answers were given so far. */
    public long countTold() {
        return told.count();
    }

    /** Whether a booking is taken now. */
    public boolean takesBooking() {
        LoadRequest request = requests.next().orElseThrow();
        try {
            int status = http.send(
                            ask(stack.url(LoadStack.BOOKING), request.path(), request.token())
                                    .POST(BodyPublishers.ofString(request.body()))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status == 201 || status == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static HttpRequest.Builder ask(URI service, String path, String token) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    /** Compares everything, once what was under way is decided. */
    public DrillProof prove(Instant disaster) {
        return new Proving(stack.stack(), stack.url(LoadStack.SIMULATORS), SERVICES)
                .prove(told, disaster, this::isIntact);
    }

    private boolean isIntact(Chain chain) {
        URI keeper = stack.url(
                switch (chain) {
                    case LEDGER -> LoadStack.PAYMENT;
                    case TRAIL -> LoadStack.COMPLIANCE;
                });
        String auditor = stack.mint().tokenOf(UUID.randomUUID(), "+250788000007", "AUDITOR");
        return chain.verify(path ->
                        get(ask(keeper, path, auditor).timeout(VERIFY_TIMEOUT).build()))
                .intact();
    }

    private JsonNode get(HttpRequest request) {
        try {
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Database database(String service) {
        return new Database(stack.database(service));
    }

    @Override
    public void close() {
        journeys.close();
        events.close();
        http.close();
        stack.close();
    }
}
