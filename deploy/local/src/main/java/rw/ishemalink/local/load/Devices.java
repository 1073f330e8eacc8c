package rw.ishemalink.local.load;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import rw.ishemalink.local.load.HttpLoad.Answer;

/** A Traccar Client for each driver, registered by the driver, who names it after the driver's number. */
final class Devices {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/tracking/devices";
    private static final int AT_ONCE = 32;
    private static final int CREATED = 201;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PositionRun run;
    private final Map<Integer, String> keys = new HashMap<>();
    private boolean failed;

    Devices(PositionRun run) {
        this.run = run;
    }

    /** The phone of the first so many drivers, each of whom then has a device; empty when one could not be registered. */
    Optional<FixPhone> phone(int drivers) {
        run.fleet().grow(drivers);
        register(drivers);
        return keys.size() < drivers
                ? Optional.empty()
                : Optional.of(FixPhone.traccar(number -> requireNonNull(keys.get(number))));
    }

    private void register(int drivers) {
        AtomicInteger next = new AtomicInteger(keys.size());
        try (HttpLoad http = new HttpLoad(run.stack().url(LoadStack.TRACKING))) {
            http.run(
                    AT_ONCE,
                    PATIENCE,
                    () -> Optional.of(next.getAndIncrement())
                            .filter(number -> number < drivers && !failed)
                            .map(number -> new LoadRequest(
                                    PATH, run.fleet().token(number), "{\"name\":\"%d\"}".formatted(number))),
                    this::registered);
        }
    }

    private void registered(LoadRequest request, Answer answer) {
        if (answer.status() == CREATED) {
            keys.put(
                    read(request.body()).path("name").asInt(),
                    read(answer.body()).path("key").asText());
        } else {
            failed = true;
            run.wrong().add("a device was not registered: " + answer.status() + " " + answer.body());
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + text, e);
        }
    }
}
