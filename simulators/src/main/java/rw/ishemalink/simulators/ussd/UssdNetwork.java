package rw.ishemalink.simulators.ussd;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import rw.ishemalink.simulators.Bounded;

/** Brings inputs to the service and screens back, as badly as ordered. */
@ApplicationScoped
class UssdNetwork {

    private static final int SESSION_LIMIT = 10_000;
    private static final String NETWORK_CODE = "63510";
    private static final String GOES_ON = "CON ";
    private static final String ENDS = "END ";
    private static final String NO_ANSWER = "Connection problem or invalid MMI code.";

    private final Bounded<String, Dialled> sessions = new Bounded<>(SESSION_LIMIT);
    private final UssdConfig config;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    UssdNetwork(UssdConfig config) {
        this.config = config;
    }

    PhoneScreen dial(String phone, NetworkFault fault, long delayMillis) {
        String sessionId = "ATUid_" + UUID.randomUUID().toString().replace("-", "");
        return carry(new Dialled(sessionId, phone, "", true), fault, delayMillis);
    }

    /** The session of that id while something can be typed. */
    Optional<Dialled> findOpen(String sessionId) {
        return sessions.find(sessionId).filter(Dialled::open);
    }

    PhoneScreen type(Dialled session, String input, NetworkFault fault, long delayMillis) {
        return carry(session.with(input), fault, delayMillis);
    }

    private PhoneScreen carry(Dialled session, NetworkFault fault, long delayMillis) {
        long start = System.nanoTime();
        Optional<String> answer = answer(session, fault, delayMillis);
        String said = answer.orElse(ENDS + NO_ANSWER);
        boolean open = said.startsWith(GOES_ON);
        sessions.put(session.sessionId(), open ? session : session.closed());
        String text = open || said.startsWith(ENDS) ? said.substring(ENDS.length()) : NO_ANSWER;
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return new PhoneScreen(session.sessionId(), text, text.length(), open, millis);
    }

    private Optional<String> answer(Dialled session, NetworkFault fault, long delayMillis) {
        try {
            Thread.sleep(delayMillis);
            return switch (fault) {
                case NONE -> Optional.of(call(session));
                case LOST_REQUEST -> Optional.empty();
                case LOST_ANSWER -> {
                    call(session);
                    yield Optional.empty();
                }
                case REPEATED -> {
                    call(session);
                    yield Optional.of(call(session));
                }
            };
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private String call(Dialled session) throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("sessionId", session.sessionId());
        form.put("serviceCode", config.serviceCode());
        form.put("phoneNumber", session.phone());
        form.put("networkCode", NETWORK_CODE);
        form.put("text", session.text());
        HttpRequest request = HttpRequest.newBuilder(config.callbackUrl())
                .timeout(config.patience())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200 ? answer.body() : ENDS + NO_ANSWER;
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
