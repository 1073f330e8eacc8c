package rw.ishemalink.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.StackOptions;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.gov.RraReceipt;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventWriter;

/**
 * The commands of docs/feeds.md, as they stand there, against a stack that has all parts and no service: what they run has
 * none of our code, so nothing of ours needs to run either.
 */
@SuppressWarnings("NullAway.Init")
class DocumentedSubscriberTest {

    /** Not the suite's: whoever names that class starts all services. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern COMMANDS =
            Pattern.compile("<!-- run by a test -->\\s*```sh\\n(.*?)```", Pattern.DOTALL);

    private static LocalStack stack;
    private static Path home;

    @BeforeAll
    static void start() throws IOException {
        home = Files.createTempDirectory("ishemalink-subscriber");
        stack = LocalStack.startForTests(StackOptions.forTests(CHECKOUT, home).withServices(List.of()));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void an_agency_reads_its_receipts_and_goes_on_after_a_restart() throws Exception {
        UUID first = tell();
        try (Subscriber subscriber = new Subscriber()) {
            subscriber.awaitLine(first);
            assertThat(subscriber.line(first))
                    .contains(" sellerTin=999900001 ")
                    .contains(" totalRwf=23600 ")
                    .contains(" buyerTin=null ");
        }

        UUID second = tell();
        try (Subscriber subscriber = new Subscriber()) {
            subscriber.awaitLine(second);
            assertThat(subscriber.lines).noneMatch(line -> line.contains(first.toString()));
        }
    }

    /** Runs the document's commands until it is closed, as an operator would with Ctrl-C. */
    private static final class Subscriber implements AutoCloseable {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Process process;
        private final CompletableFuture<Void> reader;

        Subscriber() throws IOException {
            ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", commands())
                    .directory(CHECKOUT.toFile())
                    .redirectErrorStream(true);
            Map<String, String> environment = builder.environment();
            environment.put("STACK", home.toString());
            environment.put("CLASSPATH", System.getProperty("java.class.path"));
            environment.put("PATH", System.getProperty("java.home") + "/bin:" + environment.get("PATH"));
            process = builder.start();
            reader = CompletableFuture.runAsync(this::read);
        }

        private void read() {
            try (BufferedReader out = process.inputReader(UTF_8)) {
                out.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                lines.add("no more output: " + e.getMessage());
            }
        }

        void awaitLine(UUID bookingId) {
            await().atMost(PATIENCE).until(() -> {
                boolean there = lines.stream().anyMatch(line -> isOf(line, bookingId));
                assertThat(there || process.isAlive())
                        .as(String.join("\n", lines))
                        .isTrue();
                return there;
            });
        }

        String line(UUID bookingId) {
            return lines.stream()
                    .filter(line -> isOf(line, bookingId))
                    .findFirst()
                    .orElseThrow();
        }

        private static boolean isOf(String line, UUID bookingId) {
            return line.contains("bookingId=" + bookingId);
        }

        @Override
        public void close() {
            List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroy);
            process.onExit().join();
            reader.join();
            assertThat(lines).contains("stopped");
        }
    }

    private static String commands() throws IOException {
        Matcher found = COMMANDS.matcher(Files.readString(CHECKOUT.resolve("docs/feeds.md")));
        assertThat(found.find()).as("commands in docs/feeds.md").isTrue();
        return found.group(1);
    }

    /** Publishes a receipt as compliance-service does; answers its booking. */
    private static UUID tell() throws Exception {
        UUID bookingId = UUID.randomUUID();
        RraReceipt receipt = RraReceipt.newBuilder()
                .setEventId(UUID.randomUUID())
                .setTenant("ishemalink")
                .setBookingId(bookingId)
                .setSellerTin("999900001")
                .setSdcId("SDC010000005")
                .setReceiptNumber("12/340 NS")
                .setSignature("V249J39CFJ48HE2W")
                .setInvoiceNumber(340L)
                .setReceiptType("S")
                .setTaxClass("B")
                .setTotalRwf(23_600L)
                .setVatRwf(3_600L)
                .setLocallySigned(false)
                .setIssuedAt(Instant.parse("2026-11-21T08:00:00Z"))
                .build();
        Topics topic = Topics.GOV_RRA_RECEIPTS;
        var record = new ProducerRecord<>(topic.topicName(), bookingId.toString(), EventWriter.write(topic, receipt));
        ContractHeaders.of(topic).forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.kafka().bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
        return bookingId;
    }
}
