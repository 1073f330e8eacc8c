package rw.ishemalink.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.context.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.ContractHeaders;

/**
 * The headers of an event: CloudEvents 1.0 in Kafka's binary mode, the contract's coordinates and the W3C trace
 * context. At rest one {@code name: value} a line.
 */
public final class EventHeaders {

    private EventHeaders() {}

    static Map<String, String> of(String source, Topics topic, UUID key, OutboxEvent event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", event.eventId().toString());
        headers.put("ce_type", "rw.ishemalink." + topic.schema().getName() + event.kind());
        headers.put("ce_source", "/" + source);
        headers.put("ce_subject", key.toString());
        headers.put("ce_time", event.occurredAt().toString());
        headers.put("ce_tenant", event.tenant());
        headers.put("content-type", "application/avro");
        headers.putAll(ContractHeaders.of(topic));
        GlobalOpenTelemetry.getPropagators()
                .getTextMapPropagator()
                .inject(Context.current(), headers, (carrier, name, value) -> {
                    if (carrier != null) {
                        carrier.put(name, value);
                    }
                });
        return headers;
    }

    static String toText(Map<String, String> headers) {
        StringBuilder text = new StringBuilder(512);
        headers.forEach((name, value) ->
                text.append(name).append(": ").append(value.replace('\n', ' ')).append('\n'));
        return text.toString();
    }

    static Headers parse(String text) {
        RecordHeaders headers = new RecordHeaders();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            int colon = text.indexOf(": ", start);
            headers.add(
                    text.substring(start, colon), text.substring(colon + 2, end).getBytes(UTF_8));
            start = end + 1;
        }
        return headers;
    }
}
