import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Prints every receipt of gov.rra.receipts as one line, and goes on after a restart where it stopped. It has no code of
 * IshemaLink: Kafka's consumer, and Apicurio's deserializer, which fetches each contract from the registry.
 */
public class AgencySubscriber {

    private static volatile boolean stopping;

    public static void main(String[] arguments) {
        var settings = Map.<String, Object>ofEntries(
                Map.entry("bootstrap.servers", System.getenv("AGENCY_BOOTSTRAP")),
                Map.entry("security.protocol", System.getenv().getOrDefault("AGENCY_PROTOCOL", "SASL_SSL")),
                Map.entry("sasl.mechanism", "SCRAM-SHA-512"),
                Map.entry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"agency-rra\" password=\""
                                + System.getenv("AGENCY_PASSWORD") + "\";"),
                Map.entry("group.id", "rra.receipts-desk"), // any name that begins with rra.
                Map.entry("auto.offset.reset", "earliest"), // the first time: from the oldest record kept
                Map.entry("enable.auto.commit", "false"),
                Map.entry("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer"),
                Map.entry("value.deserializer", "io.apicurio.registry.serde.avro.AvroKafkaDeserializer"),
                Map.entry("apicurio.registry.url", System.getenv("AGENCY_REGISTRY")),
                Map.entry("apicurio.registry.headers.enabled", "true"));
        stopInGoodOrder(Thread.currentThread());
        try (var consumer = new KafkaConsumer<String, GenericRecord>(settings)) {
            consumer.subscribe(List.of("gov.rra.receipts"));
            while (!stopping) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> System.out.println(line(record.value())));
                consumer.commitSync(); // after the work: a record may come twice, none is lost
            }
        }
        System.err.println("stopped");
    }

    /** At Ctrl-C what was polled is printed and committed first. */
    private static void stopInGoodOrder(Thread reader) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping = true;
            try {
                reader.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** All fields of the contract that wrote the record, known to this program or not. */
    private static String line(GenericRecord receipt) {
        return receipt.getSchema().getFields().stream()
                .map(field -> field.name() + "=" + receipt.get(field.pos()))
                .collect(Collectors.joining(" "));
    }
}
