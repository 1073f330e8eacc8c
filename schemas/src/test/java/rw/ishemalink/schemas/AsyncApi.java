package rw.ishemalink.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The suite's topics as an AsyncAPI 3.0.0 document: whatever {@link Topics}, the contracts and {@link Agency} say. */
final class AsyncApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The version of Avro's schema language that AsyncAPI names; what we use of it has not changed since. */
    private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";

    private static final String KAFKA_BINDING = "0.5.0";

    /** Of every record (CloudEvents 1.0, binary mode, and the contract's coordinates in the registry). */
    private static final List<String> HEADERS = List.of(
            "ce_specversion",
            "ce_id",
            "ce_type",
            "ce_source",
            "ce_subject",
            "ce_time",
            "ce_tenant",
            "content-type",
            "apicurio.value.groupId",
            "apicurio.value.artifactId",
            "apicurio.value.version",
            "apicurio.value.encoding");

    private final ObjectNode document = JSON.createObjectNode();

    private AsyncApi() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "IshemaLink events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Every topic of the suite. Agencies read the gov.* topics, each its own, with an account of theirs;"
                                + " see docs/feeds.md. Generated from schemas: ./mvnw -pl schemas test -Dfreeze writes it,"
                                + " every build checks it.");
        document.put("defaultContentType", "application/avro");
        servers(document.putObject("servers"));
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode messages = document.putObject("components").putObject("messages");
        for (Topics topic : Topics.values()) {
            channel(channels.putObject(topic.topicName()), topic);
            operation(operations.putObject("send." + topic.topicName()), topic);
            message(messages.putObject(topic.schema().getName()), topic);
        }
        securitySchemes((ObjectNode) document.get("components"));
    }

    static ObjectNode document() {
        return new AsyncApi().document;
    }

    private static void servers(ObjectNode servers) {
        ObjectNode agencies = servers.putObject("agencies");
        agencies.put("host", "{broker}:{port}")
                .put("protocol", "kafka-secure")
                .put(
                        "description",
                        "Where agencies log in: SASL_SSL in production, SASL_PLAINTEXT on a laptop's loopback.");
        ObjectNode variables = agencies.putObject("variables");
        variables.putObject("broker").put("default", "127.0.0.1");
        variables.putObject("port").put("default", "19094");
        reference(agencies.putArray("security").addObject(), "#/components/securitySchemes/scramSha512");
        servers.putObject("suite")
                .put("host", "127.0.0.1:19092")
                .put("protocol", "kafka")
                .put("description", "The suite's own listener; closed to all others.");
    }

    private static void channel(ObjectNode channel, Topics topic) {
        String name = topic.schema().getName();
        channel.put("address", topic.topicName())
                .put("title", name)
                .put("description", topic.schema().getDoc());
        ArrayNode servers = channel.putArray("servers");
        reference(servers.addObject(), "#/servers/suite");
        Agency.findReaderOf(topic).ifPresent(_ -> reference(servers.addObject(), "#/servers/agencies"));
        reference(channel.putObject("messages").putObject(name), "#/components/messages/" + name);
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.topicName()).put("partitions", topic.partitions());
        ObjectNode settings = kafka.putObject("topicConfiguration");
        settings.putArray("cleanup.policy").add(lower(topic.cleanup()));
        settings.put(
                topic.cleanup() == Topics.Cleanup.DELETE ? "retention.ms" : "max.compaction.lag.ms",
                topic.retention().toMillis());
        kafka.put("bindingVersion", KAFKA_BINDING);
        owner(channel, topic);
    }

    private static void owner(ObjectNode channel, Topics topic) {
        channel.put("x-owner", topic.owner());
        channel.put("x-dead-letters", topic.deadLetterTopicName());
        Agency.findReaderOf(topic).ifPresent(agency -> channel.putObject("x-agency")
                .put("name", agency.fullName())
                .put("account", agency.account())
                .put("groupPrefix", agency.groupPrefix()));
    }

    private static void operation(ObjectNode operation, Topics topic) {
        operation.put("action", "send").put("summary", topic.schema().getDoc());
        reference(operation.putObject("channel"), "#/channels/" + topic.topicName());
        reference(
                operation.putArray("messages").addObject(),
                "#/channels/" + topic.topicName() + "/messages/"
                        + topic.schema().getName());
    }

    private static void message(ObjectNode message, Topics topic) {
        message.put("name", topic.schema().getFullName())
                .put("title", topic.schema().getName())
                .put("summary", topic.schema().getDoc())
                .put("contentType", "application/avro");
        ObjectNode headers = message.putObject("headers").put("type", "object");
        headers.set("required", JSON.valueToTree(HEADERS));
        ObjectNode properties = headers.putObject("properties");
        HEADERS.forEach(header -> properties.putObject(header).put("type", "string"));
        ObjectNode payload = message.putObject("payload").put("schemaFormat", AVRO);
        payload.set("schema", avro(topic));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key")
                .put("type", "string")
                .put("format", "uuid")
                .put("description", lower(topic.key()) + " id");
        kafka.put("schemaIdLocation", "header").put("bindingVersion", KAFKA_BINDING);
        message.put("x-subject", topic.subject());
    }

    /** The contract as it is committed, without what only Java's code generator reads. */
    private static com.fasterxml.jackson.databind.JsonNode avro(Topics topic) {
        try {
            return JSON.readTree(CommittedContract.json(topic.schema()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void securitySchemes(ObjectNode components) {
        String accounts = Arrays.stream(Agency.values())
                .map(agency -> agency.account() + " (" + agency.fullName() + ")")
                .collect(Collectors.joining(", "));
        components
                .putObject("securitySchemes")
                .putObject("scramSha512")
                .put("type", "scramSha512")
                .put("description", "One account for each agency: " + accounts + ".");
    }

    private static void reference(ObjectNode node, String target) {
        node.put("$ref", target);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
