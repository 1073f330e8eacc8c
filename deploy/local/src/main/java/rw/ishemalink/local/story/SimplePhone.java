package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A phone without data: it dials the short code, through the simulated network, and shows what comes back. */
public final class SimplePhone {

    private final Phone network;
    private final String number;
    private String sessionId = "";

    /** The phone of that number, +2507XXXXXXXX. */
    public SimplePhone(StoryContext context, String number) {
        this.network = new Phone(context.simulators(), context.patience());
        this.number = number;
    }

    /** Dials; answers the first screen. */
    public String dial() {
        return screen(network.post("/ussd/sessions", Map.of("phone", number)));
    }

    /** Types each input and sends it; answers the last screen. */
    public String type(String... inputs) {
        String shown = "";
        for (String input : inputs) {
            shown = screen(network.post("/ussd/sessions/" + sessionId + "/inputs", Map.of("input", input)));
        }
        return shown;
    }

    /** Types something whose screen never arrives: the session is lost. */
    public void typeAndDrop(String input) {
        network.post("/ussd/sessions/" + sessionId + "/inputs", Map.of("input", input, "fault", "LOST_ANSWER"));
    }

    private String screen(JsonNode answer) {
        sessionId = answer.path("sessionId").asText();
        return answer.path("text").asText();
    }
}
