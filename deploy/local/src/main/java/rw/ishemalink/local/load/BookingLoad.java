package rw.ishemalink.local.load;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import rw.ishemalink.local.load.BookingCheck.Found;
import rw.ishemalink.local.load.HttpLoad.Answer;

/** New bookings and confirmations as fast as the machine goes, then the count of what is there. */
public final class BookingLoad {

    private static final String SERVICE = LoadStack.BOOKING;
    private static final List<Integer> CLIENTS = List.of(64, 512);

    /** What the JVM needs on two cores until it has compiled what is hot. */
    private static final Duration WARM_UP = Duration.ofSeconds(90);

    private final Path checkout;
    private final Duration time;
    private final PrintWriter out;
    private final Queue<LoadRequest> confirmations = new ArrayDeque<>();
    private final List<String> wrong = new ArrayList<>();
    private long created;
    private long confirmed;

    /**
     * A load that is yet to run.
     *
     * @param time of each run after the warm-up
     */
    public BookingLoad(Path checkout, Duration time, PrintWriter out) {
        this.checkout = checkout;
        this.time = time;
        this.out = out;
    }

    /** Runs it and prints the figures; false if what is there is not what was answered. */
    public boolean run() {
        out.println("starting PostgreSQL, Kafka, the registry and " + SERVICE);
        out.flush();
        try (LoadStack stack = new LoadStack(checkout, Map.of(SERVICE, Map.of()));
                HttpLoad http = new HttpLoad(stack.url(LoadStack.BOOKING))) {
            BookingRequests requests = new BookingRequests(stack.mint());
            out.printf(
                    Locale.ROOT,
                    "%-16s %8s %10s %8s %8s %8s  %s%n",
                    "",
                    "clients",
                    "per s",
                    "p50 ms",
                    "p95 ms",
                    "p99 ms",
                    "answers by status");
            print("warm-up", http.run(CLIENTS.getFirst(), WARM_UP, requests::next, this::created));
            for (int clients : CLIENTS) {
                print("create", http.run(clients, time, requests::next, this::created));
            }
            for (int clients : CLIENTS) {
                print("confirm", http.run(clients, time, this::nextConfirmation, this::confirmed));
            }
            return check(requests, new BookingCheck(stack).count());
        }
    }

    private void created(LoadRequest request, Answer answer) {
        if (answer.status() == 201) {
            created++;
            String id = idIn(answer.body());
            confirmations.add(new LoadRequest("/api/bookings/" + id + "/confirm", request.token(), ""));
        } else if (answer.status() != 200) {
            wrong.add(answer.status() + " " + answer.body());
        }
    }

    private Optional<LoadRequest> nextConfirmation() {
        return Optional.ofNullable(confirmations.poll());
    }

    private void confirmed(LoadRequest request, Answer answer) {
        if (answer.status() == 200) {
            confirmed++;
        } else {
            wrong.add(answer.status() + " " + answer.body());
        }
    }

    private static String idIn(String body) {
        int begin = body.indexOf("\"bookingId\":\"") + "\"bookingId\":\"".length();
        return body.substring(begin, begin + 36);
    }

    private void print(String what, LoadResult result) {
        out.printf(
                Locale.ROOT,
                "%-16s %8d %10.0f %8.1f %8.1f %8.1f  %s%n",
                what,
                result.clients(),
                result.perSecond(),
                result.millisAt(50),
                result.millisAt(95),
                result.millisAt(99),
                result.statuses());
        out.flush();
    }

    private boolean check(BookingRequests requests, Found found) {
        out.printf(
                "asked for %d different bookings: %d created, %d confirmed, %d wrong answers%n",
                requests.distinct(), created, confirmed, wrong.size());
        wrong.stream().limit(3).forEach(answer -> out.println("  " + answer));
        out.printf(
                "found %d bookings, %d changes, %d events, %d out of order%n",
                found.bookings(), found.transitions(), found.events(), found.disorder());
        boolean right = wrong.isEmpty()
                && created == requests.distinct()
                && found.bookings() == created
                && found.transitions() == created + confirmed
                && found.events() == found.transitions()
                && found.disorder() == 0;
        out.println(right ? "right: each booking and each event is there once, in order" : "WRONG: see above");
        out.flush();
        return right;
    }
}
