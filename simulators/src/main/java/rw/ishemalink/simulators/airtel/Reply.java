package rw.ishemalink.simulators.airtel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The form of every answer of Airtel's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reply(@Nullable Data data, Outcome status) {

    /** About a transaction. */
    public record Data(TransactionData transaction) {}

    /** How it stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TransactionData(
            @Nullable @JsonProperty("airtel_money_id") String moneyId,
            @Nullable String id,
            @Nullable String message,
            String status) {}

    /** How the call went; the result code is the older, deprecated one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outcome(
            String code,
            String message,

            @Nullable @JsonProperty("result_code") String resultCode,

            @Nullable @JsonProperty("response_code") String responseCode,

            boolean success) {}

    static Reply of(TransactionData transaction, String responseCode, boolean success) {
        String resultCode = success ? "ESB000010" : "ESB000011";
        String message = success ? "SUCCESS" : "FAILED";
        return new Reply(new Data(transaction), new Outcome("200", message, resultCode, responseCode, success));
    }

    /** A refusal of the business: HTTP 200 all the same. */
    static WebApplicationException refusal(String responseCode, String message) {
        return thrown(200, new Reply(null, new Outcome("200", message, "ESB000011", responseCode, false)));
    }

    /** A field that is wrong: older code only, HTTP 200. */
    static WebApplicationException invalid(String resultCode, String message) {
        return thrown(200, new Reply(null, new Outcome("200", message, resultCode, null, false)));
    }

    /** A refusal of the gateway, before anything was looked at. The documents do not show its form; this is our reading. */
    static WebApplicationException gateway(int http, String code, String message) {
        return thrown(http, new Reply(null, new Outcome(code, message, null, null, false)));
    }

    static Response response(int http, Reply reply) {
        return Response.status(http)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(reply)
                .build();
    }

    private static WebApplicationException thrown(int http, Reply reply) {
        return new WebApplicationException(reply.status().message(), response(http, reply));
    }
}
