package rw.ishemalink.notification.outbound.africastalking;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import rw.ishemalink.notification.config.NotificationConfig;
import rw.ishemalink.notification.sending.ProviderUnavailableException;
import rw.ishemalink.notification.sending.SendOutcome;
import rw.ishemalink.notification.sending.Sms;
import rw.ishemalink.notification.sending.SmsProvider;
import rw.ishemalink.notification.text.GsmAlphabet;

/**
 * SMS by Africa's Talking: {@code POST /version1/messaging} as a form, {@code apiKey} in the header, 201 with one status
 * for each recipient (developers.africastalking.com, "Bulk SMS sending").
 */
@ApplicationScoped
public class AfricasTalkingSms implements SmsProvider {

    /** Its name in settings, rows and events. */
    public static final String NAME = "AFRICAS_TALKING";

    private static final int CREATED = 201;

    private final NotificationConfig.Sms config;
    private final ObjectMapper json;
    private final URI messaging;
    private final HttpClient http;

    AfricasTalkingSms(NotificationConfig config, ObjectMapper json) {
        this.config = config.sms();
        this.json = json;
        this.messaging = URI.create(this.config.url() + "/version1/messaging");
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(this.config.timeout())
                .build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @CircuitBreaker(requestVolumeThreshold = 10, delay = 2_000, failOn = ProviderUnavailableException.class)
    public SendOutcome send(Sms sms) {
        HttpResponse<String> response = post(sms);
        if (response.statusCode() != CREATED) {
            throw new ProviderUnavailableException("HTTP " + response.statusCode());
        }
        return RecipientStatus.outcome(onlyRecipient(response.body()), GsmAlphabet.parts(sms.text()));
    }

    private HttpResponse<String> post(Sms sms) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("username", config.username());
        form.put("to", sms.phone());
        form.put("message", sms.text());
        form.put("from", sms.from());
        HttpRequest request = HttpRequest.newBuilder(messaging)
                .timeout(config.timeout())
                .header("apiKey", config.apiKey())
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ProviderUnavailableException(e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailableException("interrupted", e);
        }
    }

    private MessagingAnswer.Entry onlyRecipient(String body) {
        try {
            MessagingAnswer.Data data =
                    json.readValue(body, MessagingAnswer.class).data();
            List<MessagingAnswer.Entry> recipients = data == null ? null : data.recipients();
            if (recipients != null && recipients.size() == 1) {
                return recipients.getFirst();
            }
            // Refused as a whole, e.g. InvalidSenderId: ours to mend, then it goes through.
            throw new ProviderUnavailableException("no recipient was served");
        } catch (JsonProcessingException e) {
            throw new ProviderUnavailableException("unreadable answer", e);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
