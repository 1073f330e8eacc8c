package rw.ishemalink.simulators.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Tells the account's owner what became of an SMS, and what people send: forms, once each, with limited patience. */
@ApplicationScoped
public class SmsCallbacks {

    private final SmsConfig config;
    private final HttpClient http;

    public SmsCallbacks(SmsConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.callbackPatience())
                .build();
    }

    /** Reports on a message. */
    void report(String messageId, String number, PhoneReport report) {
        var unused = post(
                "delivery",
                Map.of(
                        "id",
                        messageId,
                        "status",
                        report.status(),
                        "phoneNumber",
                        number,
                        "networkCode",
                        "63510",
                        "failureReason",
                        report.reason()));
    }

    /** Passes a text on; the status of the answer, empty when nobody answered or nobody is to hear. */
    CompletableFuture<Optional<Integer>> text(String id, String from, String to, String text, String date) {
        return post(
                "inbound",
                Map.of(
                        "id", id,
                        "linkId", id,
                        "from", from,
                        "to", to,
                        "text", text,
                        "date", date,
                        "networkCode", "63510"));
    }

    private CompletableFuture<Optional<Integer>> post(String what, Map<String, String> form) {
        Optional<String> base = config.callbackUrl();
        if (base.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(base.get() + "/" + what))
                .timeout(config.callbackPatience())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((response, failure) ->
                        response == null ? Optional.empty() : Optional.of(response.statusCode()));
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
