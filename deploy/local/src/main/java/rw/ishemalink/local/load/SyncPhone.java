package rw.ishemalink.local.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A phone that was without network for a morning: seven rides booked and confirmed, six of them cancelled, brought in
 * batches; three in ten actions are brought once more. What gets no answer is sent again until it gets one.
 */
final class SyncPhone {

    static final int BOOKINGS = 7;
    static final int CANCELLED = 6;
    static final int ACTIONS = BOOKINGS + BOOKINGS + CANCELLED;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 5;
    private static final int REPEATED_PERCENT = 30;
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration BEFORE_SENDING_AGAIN = Duration.ofMillis(500);
    private static final Map<String, Object> RIDE = Map.of(
            "kind", "RIDE",
            "origin", Map.of("latitude", -1.9441, "longitude", 30.0619),
            "destination", Map.of("latitude", -1.9706, "longitude", 30.1044));

    private final SplittableRandom random;
    private final URI sync;
    private final HttpClient http;
    private final String token;
    private final List<Map<String, Object>> actions = new ArrayList<>();
    private int repeated;
    private int sentAgain;

    /**
     * A phone with everything done on it.
     *
     * @param number of the phone; also the seed of all that is random
     */
    SyncPhone(int number, LoadStack stack, HttpClient http) {
        this.random = new SplittableRandom(number);
        this.sync = stack.url(LoadStack.BOOKING).resolve("/api/sync");
        this.http = http;
        this.token = stack.mint().tokenOf(id(), "+25078%07d".formatted(number));
        Instant clock = Instant.now().minus(Duration.ofHours(4));
        for (int i = 0; i < BOOKINGS; i++) {
            UUID booking = id();
            Instant at = clock.plusSeconds(600L * i);
            remember(booking, "CREATE", at, Map.of("booking", Map.of("journey", RIDE)));
            remember(id(), "CONFIRM", at.plusSeconds(60), Map.of("bookingSyncId", booking));
            if (i < CANCELLED) {
                Map<String, Object> why = Map.of("bookingSyncId", booking, "reason", "rain");
                remember(id(), "CANCEL", at.plusSeconds(120), why);
            }
        }
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private void remember(UUID syncId, String type, Instant at, Map<String, Object> more) {
        Map<String, Object> action = new HashMap<>(more);
        action.put("syncId", syncId);
        action.put("type", type);
        action.put("clientTime", at.toString());
        actions.add(action);
    }

    /** Brings everything; done when all of it was taken. */
    void bringEverything() {
        List<Map<String, Object>> repeats = new ArrayList<>();
        for (int from = 0; from < actions.size(); from += BATCH) {
            List<Map<String, Object>> batch = actions.subList(from, Math.min(from + BATCH, actions.size()));
            List<Map<String, Object>> brought = new ArrayList<>(batch);
            brought.addAll(repeats);
            repeats.clear();
            batch.stream().filter(_ -> random.nextInt(100) < REPEATED_PERCENT).forEach(repeats::add);
            repeated += repeats.size();
            bring(brought);
        }
        if (!repeats.isEmpty()) {
            bring(repeats);
        }
    }

    private void bring(List<Map<String, Object>> batch) {
        HttpRequest request = request(sync)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(text(Map.of("device", "load", "actions", batch))))
                .build();
        askUntilAnswered(request);
    }

    /** How many of its actions the service says are done. */
    long countDone() {
        String ids = actions.stream()
                .map(action -> String.valueOf(action.get("syncId")))
                .collect(Collectors.joining(","));
        JsonNode answer = askUntilAnswered(
                request(URI.create(sync + "?syncIds=" + ids)).GET().build());
        return answer.path("items")
                .valueStream()
                .filter(item -> item.path("state").asText().equals("DONE"))
                .count();
    }

    /** How many actions were brought twice on purpose. */
    int repeated() {
        return repeated;
    }

    /** How many requests got no answer, or were told that the service is away. */
    int sentAgain() {
        return sentAgain;
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(ANSWER).header("Authorization", "Bearer " + token);
    }

    private JsonNode askUntilAnswered(HttpRequest request) {
        while (true) {
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return JSON.readTree(answer.body());
                }
                if (answer.statusCode() < 500) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                // Killed, or not up again: the phone cannot know whether it was heard.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            sentAgain++;
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BEFORE_SENDING_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String text(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
