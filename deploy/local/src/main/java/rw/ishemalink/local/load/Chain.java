package rw.ishemalink.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** A chain that a service keeps, and verifies when it is asked. */
public enum Chain {
    LEDGER("/api/payments/ledger/verify?from=", "sealed"),
    TRAIL("/api/audit/verify?from=", "checked");

    /** Of the ledger, which is read in one stretch, the service passes over where to begin. */
    private final String path;

    private final String count;

    Chain(String path, String count) {
        this.path = path;
        this.count = count;
    }

    /**
     * What the service found.
     *
     * @param entries how many it read
     * @param end place and hash of the last, to be noted elsewhere
     */
    public record Found(boolean intact, long entries, String end) {}

    /** Asks for stretch after stretch, each from where the one before ended, until the end or the first that is not intact. */
    public Found verify(Function<String, JsonNode> ask) {
        long entries = 0;
        long from = 1;
        while (true) {
            JsonNode found = ask.apply(path + from);
            entries += found.path(count).asLong();
            boolean intact = found.path("intact").asBoolean();
            if (!intact || !found.path("more").asBoolean()) {
                return new Found(intact, entries, end(found));
            }
            from = found.at("/end/sequence").asLong() + 1;
        }
    }

    private static String end(JsonNode found) {
        return found.at("/end/sequence").asText() + ":" + found.at("/end/hash").asText();
    }
}
