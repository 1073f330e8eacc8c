package rw.ishemalink.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import rw.ishemalink.schemas.Topics;

/**
 * The headers that name a record's contract. They are those of Apicurio's serde in header mode, so its stock
 * deserializer reads our records, but they name the contract by coordinates: no id of a registry is needed to write.
 */
public final class ContractHeaders {

    /** The registry's group of all our contracts. */
    public static final String GROUP = "ishemalink";

    private static final String GROUP_ID = "apicurio.value.groupId";
    private static final String ARTIFACT_ID = "apicurio.value.artifactId";
    private static final String VERSION = "apicurio.value.version";
    private static final String ENCODING = "apicurio.value.encoding";

    private ContractHeaders() {}

    /** The headers of a record that this build writes on the topic; last the one that is looked for, from the end. */
    public static Map<String, String> of(Topics topic) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(GROUP_ID, GROUP);
        headers.put(ARTIFACT_ID, topic.subject());
        headers.put(ENCODING, "BINARY");
        headers.put(VERSION, Integer.toString(SchemaVersions.latest(topic).number()));
        return Collections.unmodifiableMap(headers);
    }

    /**
     * The version that wrote a record.
     *
     * @throws UnreadableEventException when the header is missing or no number
     */
    public static int getVersion(Headers headers) {
        Header version = headers.lastHeader(VERSION);
        if (version == null || version.value() == null) {
            throw new UnreadableEventException("header " + VERSION + " is missing");
        }
        try {
            return Integer.parseInt(new String(version.value(), UTF_8));
        } catch (NumberFormatException e) {
            throw new UnreadableEventException("header " + VERSION + " is not a number", e);
        }
    }
}
