package rw.ishemalink.local.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;

/**
 * How far a new generation is, from what its health says.
 *
 * @param state what it does, e.g. RUNNING
 * @param done facts and events that it has counted
 * @param all facts and events that there are; 0 while it has not said
 */
record RebuildProgress(String state, long done, long all) {

    /** It does not answer yet. */
    static final RebuildProgress STARTING = new RebuildProgress("STARTING", 0, 0);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Out of the answer of {@code /q/health/ready}; {@link #STARTING} when it says nothing of the kind. */
    static RebuildProgress parse(String health) {
        try {
            RebuildProgress found = STARTING;
            for (JsonNode check : JSON.readTree(health).path("checks")) {
                JsonNode data = check.path("data");
                found = new RebuildProgress(
                        data.path("state").asText(found.state),
                        data.path("done").asLong(found.done),
                        data.path("all").asLong(found.all));
            }
            return found;
        } catch (JsonProcessingException e) {
            return STARTING;
        }
    }

    /** In words, e.g. {@code 1,200 of 4,800 facts and events (25 %)}. */
    String text() {
        String doing = state.toLowerCase(Locale.ROOT).replace('_', ' ');
        return all == 0
                ? doing
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d facts and events (%d %%), %s",
                        done,
                        all,
                        Math.min(100, 100 * done / all),
                        doing);
    }
}
