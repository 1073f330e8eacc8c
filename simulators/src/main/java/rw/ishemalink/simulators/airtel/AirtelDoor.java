package rw.ishemalink.simulators.airtel;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.money.Terms;

/** Checks what every call has in common: token, country, currency, and of an order its id, reference, amount and number. */
@Singleton
public class AirtelDoor {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{4,64}");
    private static final Pattern ID = Pattern.compile("\\S{4,64}");
    private static final Pattern NATIONAL = Pattern.compile("\\d{9}");
    private static final Pattern AIRTEL_NUMBER = Pattern.compile("7[23]\\d{7}");

    private final AirtelOperator airtel;
    private final AirtelConfig config;

    public AirtelDoor(AirtelOperator airtel, AirtelConfig config) {
        this.airtel = airtel;
        this.config = config;
    }

    /** The client that calls. */
    String admit(AirtelHeaders headers) {
        String client = airtel.tokens().find(headers.authorization()).orElseThrow(AirtelDoor::denied);
        if (headers.country() == null) {
            throw Reply.gateway(400, "ROUTER005", "Country is missing");
        }
        if (!headers.country().equals(config.country())) {
            throw Reply.gateway(400, "ROUTER006", "Invalid country");
        }
        if (headers.currency() == null) {
            throw Reply.gateway(400, "ROUTER119", "Currency is missing");
        }
        if (!headers.currency().equals(config.currency())) {
            throw Reply.gateway(400, "ROUTER112", "Invalid currency");
        }
        return client;
    }

    static WebApplicationException denied() {
        return new WebApplicationException(
                "invalid token",
                Response.status(401)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(Map.of("error", "invalid_token", "error_description", "The access token is invalid"))
                        .build());
    }

    /** A missing part of a body. */
    static <T> T required(@Nullable T part, String name) {
        if (part == null) {
            throw Reply.gateway(400, "ROUTER003", name + " is missing");
        }
        return part;
    }

    static String id(@Nullable String id) {
        if (id == null || !ID.matcher(id).matches()) {
            throw Reply.invalid("ESB000008", "transaction.id must have 4 to 64 characters");
        }
        return id;
    }

    Terms terms(@Nullable String reference, @Nullable BigDecimal amount, String invalidAmount) {
        if (reference == null || !NAME.matcher(reference).matches()) {
            throw Reply.invalid("ESB000008", "reference must have 4 to 64 letters and digits");
        }
        if (amount == null
                || amount.signum() <= 0
                || amount.stripTrailingZeros().scale() > 0) {
            throw Reply.refusal(invalidAmount, "Invalid amount");
        }
        return Terms.of(amount, config.currency(), reference);
    }

    /** A number as text or as number, without the country code; answers with it. */
    static String msisdn(@Nullable Object msisdn) {
        String digits = String.valueOf(msisdn);
        if (!NATIONAL.matcher(digits).matches()) {
            throw Reply.invalid("ESB000033", "msisdn must have nine digits, without the country code");
        }
        if (!AIRTEL_NUMBER.matcher(digits).matches()) {
            throw Reply.invalid("ESB000036", "msisdn is no Airtel number");
        }
        return "250" + digits;
    }
}
