package rw.ishemalink.notification.outbound.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import rw.ishemalink.notification.config.UssdConfig;
import rw.ishemalink.notification.ussd.Dialler;
import rw.ishemalink.notification.ussd.SuiteAwayException;
import rw.ishemalink.schemas.Language;

/**
 * Tokens as the people who dial, by exchange (RFC 8693): the network says whose phone it is, and identity-service lets this
 * client act for it. A token is in memory only, and for less than the five minutes that it lives.
 */
@ApplicationScoped
class DiallerTokens {

    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String PHONE = "urn:ishemalink:params:oauth:token-type:msisdn";

    /** A session goes on with what is left. */
    private static final Duration RESERVE = Duration.ofSeconds(60);

    /** More than dial in five minutes. */
    private static final int MOST = 20_000;

    private record Known(Dialler dialler, Instant until) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final ObjectMapper json = new ObjectMapper();
    private final SuiteHttp http;
    private final UssdConfig config;

    DiallerTokens(SuiteHttp http, UssdConfig config) {
        this.http = http;
        this.config = config;
    }

    Dialler get(String phone, Optional<Language> wished) {
        Known had = known.get(phone);
        if (had != null && had.until().isAfter(Instant.now())) {
            return had.dialler();
        }
        Known fresh = exchange(phone, wished);
        if (known.size() >= MOST) {
            Instant now = Instant.now();
            known.values().removeIf(one -> one.until().isBefore(now));
        }
        if (known.size() < MOST) {
            known.put(phone, fresh);
        }
        return fresh.dialler();
    }

    /** A token that was refused is asked for anew next time. */
    void forget(Dialler refused) {
        known.values().removeIf(one -> one.dialler().token().equals(refused.token()));
    }

    private Known exchange(String phone, Optional<Language> wished) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", EXCHANGE);
        form.put("subject_token", phone);
        form.put("subject_token_type", PHONE);
        form.put(
                "ui_locales",
                wished.map(language -> language.name().toLowerCase(Locale.ROOT)).orElse("rw"));
        Answer answer = http.postForm(config.tokenUrl(), basic(), encode(form));
        String token = answer.body().path("access_token").asText();
        if (!answer.done() || token.isEmpty()) {
            // RFC 6749, 5.2: the code says why; it names nobody.
            throw new SuiteAwayException("no token: HTTP " + answer.status() + " "
                    + answer.body().path("error").asText());
        }
        Duration life = Duration.ofSeconds(answer.body().path("expires_in").asLong());
        return new Known(dialler(token), Instant.now().plus(life).minus(RESERVE));
    }

    /** What identity-service says of its own; it comes from there directly, so nobody's signature is checked. */
    private Dialler dialler(String token) {
        try {
            String[] parts = token.split("\\.", -1);
            JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(parts[1]));
            boolean agent = StreamSupport.stream(claims.path("groups").spliterator(), false)
                    .anyMatch(role -> role.asText().equals("AGENT"));
            return new Dialler(
                    UUID.fromString(claims.path("sub").asText()),
                    language(claims.path("locale").asText()),
                    agent,
                    token);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new SuiteAwayException("an unreadable token", e);
        }
    }

    private static Language language(String locale) {
        return switch (locale) {
            case "en" -> Language.EN;
            case "fr" -> Language.FR;
            default -> Language.RW;
        };
    }

    private String basic() {
        String id = URLEncoder.encode(config.clientId(), UTF_8) + ":" + URLEncoder.encode(config.clientSecret(), UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(id.getBytes(UTF_8));
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
