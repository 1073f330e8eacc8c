package rw.ishemalink.local.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import rw.ishemalink.local.openapi.Known;

/** What answers showed: ids and numbers by their name, so that later requests find something. One thread uses it. */
final class Seen implements Known {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 40;
    private static final int LONGEST = 80;

    private final Map<String, List<String>> values = new HashMap<>();
    private final SplittableRandom random;

    Seen(SplittableRandom random) {
        this.random = random;
    }

    /** Takes what an answer names. */
    void note(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            if (read != null) {
                note("", read);
            }
        } catch (JsonProcessingException e) {
            // No JSON: a receipt, a manifest, a page.
        }
    }

    private void note(String name, JsonNode node) {
        node.propertyStream().forEach(one -> note(one.getKey(), one.getValue()));
        if (node.isArray()) {
            node.forEach(child -> note(name, child));
        }
        if (node.isTextual() && isOfUse(name) && node.asText().length() < LONGEST) {
            List<String> kept = values.computeIfAbsent(name, _ -> new ArrayList<>());
            if (kept.size() < KEPT) {
                kept.add(node.asText());
            } else {
                kept.set(random.nextInt(KEPT), node.asText());
            }
        }
    }

    private static boolean isOfUse(String name) {
        return name.endsWith("Id") || name.equals("party") || name.equals("account") || name.equals("number");
    }

    /** Half the time, so that there are always requests about nothing, too. */
    @Override
    public Optional<String> find(String name) {
        List<String> known = values.getOrDefault(name.equals("id") ? "bookingId" : name, List.of());
        return known.isEmpty() || random.nextBoolean()
                ? Optional.empty()
                : Optional.of(known.get(random.nextInt(known.size())));
    }
}
