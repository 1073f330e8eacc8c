package rw.ishemalink.local.load;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import rw.ishemalink.schemas.booking.BookingEvent;

/**
 * Moto rides from booking to delivery, so many at a time: whoever is delivered makes room for the next. People act as soon as
 * booking.events tells them that they can.
 */
final class Journeys implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final String RIDE = """
        {"journey":{"kind":"RIDE","origin":{"latitude":-1.9441,"longitude":30.0619},\
        "destination":{"latitude":-1.9706,"longitude":30.1044}},"syncId":"%s"}\
        """;

    private record Rider(UUID id, String token) {}

    /** How long journeys took: from booking to delivery in microseconds, and from change to change. */
    record Taken(Histogram micros, Stages stages) {
        Taken() {
            this(new ConcurrentHistogram(3), new Stages());
        }
    }

    /** One under way; its rider is chosen when it can be assigned. */
    private record Journey(long beganNanos, AtomicReference<Rider> rider) {}

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http = vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(-1));
    private final List<URI> booking = new CopyOnWriteArrayList<>();
    private final TokenMint mint;
    private final String dispatcher;
    private final BiConsumer<String, String> granted;
    private final Queue<Rider> free = new ConcurrentLinkedQueue<>();
    private final Map<String, Journey> underWay = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean more = new AtomicBoolean(true);
    private final AtomicInteger payers = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();
    private volatile Taken taken = new Taken();

    Journeys(URI booking, TokenMint mint, List<UUID> drivers) {
        this(booking, mint, drivers, (_, _) -> {});
    }

    /** The same; each request that was granted is told with its answer. */
    Journeys(URI booking, TokenMint mint, List<UUID> drivers, BiConsumer<String, String> granted) {
        this.booking.add(booking);
        this.mint = mint;
        this.granted = granted;
        this.dispatcher = mint.tokenOf(UUID.randomUUID(), "+250788000009", "DISPATCHER");
        for (UUID driver : drivers) {
            free.add(new Rider(driver, mint.tokenOf(driver, "+250788000008", "DRIVER")));
        }
    }

    /** From now on requests go to that instance of booking-service in its turn. */
    void askToo(URI instance) {
        booking.add(instance);
    }

    /** Nobody asks that instance any more. */
    void askNoMore(URI instance) {
        booking.remove(instance);
    }

    /** Lets so many begin. */
    void begin(int atOnce) {
        for (int i = 0; i < atOnce; i++) {
            beginOne();
        }
    }

    /** No more begin. */
    void letEnd() {
        more.set(false);
    }

    long countBegun() {
        return begun.get();
    }

    long countDelivered() {
        return delivered.get();
    }

    /** Answers that were not what was expected. */
    Queue<String> wrong() {
        return wrong;
    }

    /** From here on time is measured anew; answers with what was measured before. */
    Taken measureAnew() {
        Taken before = taken;
        taken = new Taken();
        return before;
    }

    private void beginOne() {
        if (!more.get()) {
            return;
        }
        int number = payers.incrementAndGet();
        String payer = (number % 2 == 0 ? "+25078" : "+25073") + "%07d".formatted(number);
        String token = mint.tokenOf(UUID.randomUUID(), payer);
        Journey journey = new Journey(System.nanoTime(), new AtomicReference<>());
        begun.incrementAndGet();
        post("/api/bookings", token, RIDE.formatted(UUID.randomUUID()))
                .compose(body -> {
                    String id = idIn(body);
                    underWay.put(id, journey);
                    return post("/api/bookings/" + id + "/confirm", token, "");
                })
                .onFailure(this::note);
    }

    /** Something happened to a booking: whoever can act now does. */
    void heard(BookingEvent event) {
        taken.stages().heard(event);
        String id = event.getBooking().getBookingId().toString();
        switch (event.getChange()) {
            case RECEIPT_RECORDED -> assign(id, get(id));
            case ASSIGNED -> drive(id, requireNonNull(get(id).rider().get()));
            case DELIVERED -> arrive(id, get(id));
            case ASSIGNMENT_REFUSED, FAILED, CANCELLED -> wrong.add(event.getChange() + " " + event.getReason());
            case UNKNOWN,
                    CREATED,
                    CONFIRMED,
                    PAID,
                    ASSIGNMENT_REQUESTED,
                    PICKED_UP,
                    ARRIVED_AT_BORDER,
                    LEFT_BORDER,
                    EDITED,
                    CARNET_GIVEN,
                    SEALED,
                    SEAL_BROKEN,
                    HOLD_RELEASED,
                    MANIFEST_ACCEPTED,
                    RATED,
                    HELD_AT_BORDER -> {}
        }
    }

    private Journey get(String id) {
        Journey journey = underWay.get(id);
        if (journey == null) {
            throw new IllegalStateException("nobody asked for booking " + id);
        }
        return journey;
    }

    private void assign(String id, Journey journey) {
        Rider rider = free.remove();
        journey.rider().set(rider);
        post("/api/bookings/" + id + "/assign", dispatcher, "{\"driverId\":\"" + rider.id() + "\"}")
                .onFailure(this::note);
    }

    private void drive(String id, Rider rider) {
        post("/api/bookings/" + id + "/pickup", rider.token(), "{}")
                .compose(_ -> post("/api/bookings/" + id + "/deliver", rider.token(), "{}"))
                .onFailure(this::note);
    }

    private void arrive(String id, Journey journey) {
        underWay.remove(id);
        free.add(requireNonNull(journey.rider().get()));
        taken.micros().recordValue((System.nanoTime() - journey.beganNanos()) / 1_000);
        delivered.incrementAndGet();
        beginOne();
    }

    private void note(Throwable failure) {
        wrong.add(String.valueOf(failure.getMessage()));
    }

    private Future<String> post(String path, String token, String body) {
        URI instance = booking.get(Math.floorMod(turn.getAndIncrement(), booking.size()));
        return http.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost(instance.getHost())
                        .setPort(instance.getPort())
                        .setURI(path)
                        .putHeader("Authorization", "Bearer " + token)
                        .putHeader("Content-Type", "application/json"))
                .compose(open -> open.send(Buffer.buffer(body)))
                .compose(answer -> answer.body()
                        .compose(text -> answer.statusCode() < 300
                                ? Future.succeededFuture(text.toString())
                                : Future.failedFuture(answer.statusCode() + " " + text)))
                .onSuccess(text -> granted.accept(path, text));
    }

    private static String idIn(String body) {
        int begin = body.indexOf("\"bookingId\":\"") + "\"bookingId\":\"".length();
        return body.substring(begin, begin + 36);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
