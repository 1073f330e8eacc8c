package rw.ishemalink.notification.outbound.suite;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.notification.config.UssdConfig;
import rw.ishemalink.notification.ussd.ApiAnswer;
import rw.ishemalink.notification.ussd.ApiCall;
import rw.ishemalink.notification.ussd.Dialler;
import rw.ishemalink.notification.ussd.Draft;
import rw.ishemalink.notification.ussd.Notice;
import rw.ishemalink.notification.ussd.Reference;
import rw.ishemalink.notification.ussd.Suite;
import rw.ishemalink.notification.ussd.SuiteAwayException;
import rw.ishemalink.schemas.Language;

/** The suite behind its door, by HTTP. */
@ApplicationScoped
class HttpSuite implements Suite {

    /** As long as booking-service says that its names may be kept. */
    private static final Duration REFERENCE_LIFE = Duration.ofHours(1);

    private static final int UNAUTHORIZED = 401;

    private record Remembered(Reference reference, Instant until) {}

    private final AtomicReference<@Nullable Remembered> remembered = new AtomicReference<>();
    private final DiallerTokens tokens;
    private final SuiteHttp http;
    private final URI gateway;

    HttpSuite(DiallerTokens tokens, SuiteHttp http, UssdConfig config) {
        this.tokens = tokens;
        this.http = http;
        this.gateway = config.gateway();
    }

    @Override
    public Dialler recognise(String phone, Optional<Language> wished) {
        return tokens.get(phone, wished);
    }

    @Override
    public Reference reference(Dialler dialler) {
        Remembered had = remembered.get();
        if (had != null && had.until().isAfter(Instant.now())) {
            return had.reference();
        }
        try {
            Answer answer = get(dialler, "/api/quotes/reference");
            if (!answer.done()) {
                throw new SuiteAwayException("no reference data: HTTP " + answer.status());
            }
            Reference fresh = ShipmentJson.reference(answer.body());
            remembered.set(new Remembered(fresh, Instant.now().plus(REFERENCE_LIFE)));
            return fresh;
        } catch (SuiteAwayException e) {
            if (had == null) {
                throw e;
            }
            return had.reference();
        }
    }

    @Override
    public ApiAnswer ask(Dialler dialler, ApiCall call) {
        try {
            return switch (call) {
                case ApiCall.Quote(Draft draft) -> quote(dialler, draft);
                case ApiCall.Book book -> book(dialler, book);
                case ApiCall.Pay pay -> pay(dialler, pay);
                case ApiCall.ListShipments _ -> shipments(dialler, "/api/bookings?as=SENDER&limit=20");
                case ApiCall.FindShipment(String code) -> shipments(dialler, "/api/bookings?trackingCode=" + code);
            };
        } catch (SuiteAwayException e) {
            return new ApiAnswer.Refused(Notice.AWAY);
        }
    }

    private ApiAnswer quote(Dialler dialler, Draft draft) {
        Answer answer = send(dialler, "POST", "/api/quotes", QuoteBody.of(draft));
        return answer.done() ? new ApiAnswer.Priced(ShipmentJson.offer(answer.body())) : Refusals.of(answer);
    }

    private ApiAnswer book(Dialler dialler, ApiCall.Book book) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "quoteId", book.offer().quoteId(),
                // The receiver is known by phone only.
                "receiver", Map.of("name", book.receiver(), "phone", book.receiver()),
                "syncId", book.syncId()));
        String other = book.draft().payer();
        if (other != null) {
            body.put("payerPhone", other);
        }
        Answer answer = send(dialler, "POST", "/api/bookings", body);
        return answer.done() ? new ApiAnswer.Booked(ShipmentJson.shipment(answer.body())) : Refusals.of(answer);
    }

    /** A draft is confirmed, and its payer asked; of a confirmed one that phone is asked (again). */
    private ApiAnswer pay(Dialler dialler, ApiCall.Pay pay) {
        String booking = "/api/bookings/" + pay.shipment().bookingId();
        Answer now = get(dialler, booking);
        if (!now.done()) {
            return Refusals.of(now);
        }
        return switch (now.body().path("status").asText()) {
            case "DRAFT" -> confirm(dialler, booking, pay);
            case "CONFIRMED" -> askAgain(dialler, pay.shipment().bookingId(), pay.payer());
            default -> new ApiAnswer.Refused(Notice.OVER);
        };
    }

    private ApiAnswer confirm(Dialler dialler, String booking, ApiCall.Pay pay) {
        if (!Objects.equals(pay.payer(), pay.shipment().payer())) {
            Answer edited = send(dialler, "PATCH", booking, Map.of("payerPhone", pay.payer()));
            if (!edited.done()) {
                return Refusals.of(edited);
            }
        }
        return prompting(send(dialler, "POST", booking + "/confirm", Map.of()));
    }

    private ApiAnswer askAgain(Dialler dialler, UUID bookingId, String payer) {
        Answer payment = get(dialler, "/api/payments?bookingId=" + bookingId);
        if (!payment.done()) {
            return Refusals.of(payment);
        }
        String attempts = "/api/payments/" + payment.body().path("paymentId").asText() + "/attempts";
        return prompting(send(dialler, "POST", attempts, Map.of("phone", payer)));
    }

    private static ApiAnswer prompting(Answer answer) {
        return answer.done() ? new ApiAnswer.Prompting() : Refusals.of(answer);
    }

    private ApiAnswer shipments(Dialler dialler, String path) {
        Answer answer = get(dialler, path);
        return answer.done() ? new ApiAnswer.Shipments(ShipmentJson.shipments(answer.body())) : Refusals.of(answer);
    }

    private Answer get(Dialler dialler, String path) {
        return checked(dialler, http.get(gateway.resolve(path), bearer(dialler)));
    }

    private Answer send(Dialler dialler, String method, String path, Map<String, ?> body) {
        return checked(dialler, http.send(method, gateway.resolve(path), bearer(dialler), body));
    }

    /** A token may be revoked before its five minutes are over: the next try has a new one. */
    private Answer checked(Dialler dialler, Answer answer) {
        if (answer.status() == UNAUTHORIZED) {
            tokens.forget(dialler);
            throw new SuiteAwayException("the token is refused");
        }
        return answer;
    }

    private static String bearer(Dialler dialler) {
        return "Bearer " + dialler.token();
    }
}
