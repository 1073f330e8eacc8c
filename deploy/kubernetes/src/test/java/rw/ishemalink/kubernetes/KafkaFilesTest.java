package rw.ishemalink.kubernetes;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rw.ishemalink.schemas.Topics;

/** Topics and accounts at the broker are what the suite declares, and each service may do what its sources do. */
class KafkaFilesTest {

    private static final Path FOLDER = Path.of("components/kafka");
    private static final Path CHECKOUT = Path.of("../..");
    private static final Pattern LISTENER = Pattern.compile("implements InboxListener<(\\w+)>");
    private static final Pattern STREAMED = Pattern.compile("quarkus\\.kafka-streams\\.topics=(\\S+)");

    static List<String> names() {
        return KafkaFiles.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_is_committed_is_what_is_declared(String name) throws IOException {
        String text = KafkaFiles.all().getOrDefault(name, "");
        if (System.getProperty("freeze") != null) {
            Files.writeString(FOLDER.resolve(name), text);
        }
        assertThat(Files.readString(FOLDER.resolve(name)))
                .as("%s is stale: write it with -Dfreeze", name)
                .isEqualTo(text);
    }

    @Test
    void every_topic_has_an_owner_who_may_write_and_besides_commands_nobody_else_does() {
        Map<String, KafkaRights> byService =
                KafkaRights.list().stream().collect(toMap(KafkaRights::service, rights -> rights));
        Set<Topics> commands = EnumSet.of(Topics.NOTIFICATION_REQUESTS, Topics.ACCESS_RECORDS, Topics.PRIVACY_ANSWERS);
        for (Topics topic : Topics.values()) {
            assertThat(byService).containsKey(topic.owner());
            Stream<String> writers = byService.values().stream()
                    .filter(rights -> rights.writes().contains(topic))
                    .map(KafkaRights::service);
            if (commands.contains(topic)) {
                assertThat(writers).contains(topic.owner()).hasSizeGreaterThan(1);
            } else {
                assertThat(writers).containsExactly(topic.owner());
            }
        }
    }

    static List<KafkaRights> services() {
        return KafkaRights.list();
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_may_read_what_its_sources_listen_to(KafkaRights rights) {
        Set<Topics> reads = EnumSet.of(Topics.TOKEN_REVOCATIONS);
        sources(rights.service()).forEach(source -> LISTENER.matcher(source)
                .results()
                .map(found -> topicOf(found.group(1)))
                .forEach(reads::add));
        String settings = read(CHECKOUT.resolve(rights.service()).resolve("src/main/resources/application.properties"));
        if (settings.contains("ishema.privacy.part=true")) {
            reads.add(Topics.PRIVACY_REQUESTS);
            assertThat(rights.commands()).contains(Topics.PRIVACY_ANSWERS);
        }
        STREAMED.matcher(settings)
                .results()
                .map(MatchResult::group)
                .flatMap(line ->
                        Arrays.stream(line.substring(line.indexOf('=') + 1).split(",", -1)))
                .map(Topics::getByTopicName)
                .forEach(reads::add);
        reads.addAll(readOtherwise(rights.service()));
        assertThat(rights.reads()).isEqualTo(reads);
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_may_command_what_its_sources_command(KafkaRights rights) {
        boolean shows = sources(rights.service()).anyMatch(source -> source.contains("kit.access.AccessLog"));
        assertThat(rights.commands().contains(Topics.ACCESS_RECORDS)).isEqualTo(shows);
        boolean notifies =
                sources(rights.service()).anyMatch(source -> source.contains("Topics.NOTIFICATION_REQUESTS"));
        assertThat(rights.writes().contains(Topics.NOTIFICATION_REQUESTS))
                .isEqualTo(notifies || rights.service().equals("notification-service"));
    }

    /** Consumers that are no inbox: feeds, the trail, MDS, what a peer has said of sums. */
    private static Set<Topics> readOtherwise(String service) {
        return switch (service) {
            case "booking-service" -> EnumSet.of(Topics.FLEET_EVENTS, Topics.TRACKING_POSITIONS);
            case "compliance-service" -> EnumSet.allOf(Topics.class);
            case "analytics-streams" -> EnumSet.of(Topics.ANALYTICS_SUMMARY);
            default -> EnumSet.noneOf(Topics.class);
        };
    }

    private static Topics topicOf(String value) {
        return Arrays.stream(Topics.values())
                .filter(topic -> topic.value().getSimpleName().equals(value))
                .collect(toCollection(() -> EnumSet.noneOf(Topics.class)))
                .iterator()
                .next();
    }

    private static Stream<String> sources(String service) {
        try (Stream<Path> files = Files.walk(CHECKOUT.resolve(service).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(KafkaFilesTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
