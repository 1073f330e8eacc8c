package rw.ishemalink.payment.outbound.airtel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import rw.ishemalink.payment.config.AirtelConfig;

/** Reads Airtel's callbacks: {@code {transaction: {id, message, status_code, airtel_money_id}, hash}}. */
public final class AirtelCallbacks {

    private final ObjectMapper mapper = new ObjectMapper();
    private final AirtelConfig config;

    AirtelCallbacks(AirtelConfig config) {
        this.config = config;
    }

    /** The callback; empty when this is none, or none about a transaction that could be ours. */
    public Optional<AirtelCallback> read(String body) {
        return parse(body).flatMap(json -> TransactionId.findReference(
                        json.at("/transaction/id").asText(""))
                .map(reference -> new AirtelCallback(reference, genuine(json))));
    }

    private boolean genuine(JsonNode json) {
        return config.callbackKey()
                .map(key -> new CallbackHash(key, config.callbackHashOf()).fits(json))
                .orElse(true);
    }

    private Optional<JsonNode> parse(String body) {
        try {
            return Optional.ofNullable(mapper.readTree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
