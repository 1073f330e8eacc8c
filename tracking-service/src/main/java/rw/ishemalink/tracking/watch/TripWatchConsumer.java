package rw.ishemalink.tracking.watch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rw.ishemalink.kit.consumer.ConsumerJob;
import rw.ishemalink.kit.consumer.ConsumerLoop;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.position.PositionReader;

/**
 * Reads the positions for the watch, shared between the instances. At least once: offsets are committed after the
 * database, and what comes again shows nothing new.
 */
@ApplicationScoped
public class TripWatchConsumer implements ConsumerJob {

    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

    private final TripWatch watch;
    private final PositionReader reader;
    private final ConsumerLoop loop;

    TripWatchConsumer(
            TripWatch watch,
            PositionReader reader,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.watch = watch;
        this.reader = reader;
        Map<String, Object> settings = Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                application + "-watch",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        this.loop = new ConsumerLoop("trip-watch", kafka, settings, RETRY_PAUSE, this);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
    }

    @Override
    public void begin(Consumer<String, byte[]> consumer) {
        consumer.subscribe(List.of(Topics.TRACKING_POSITIONS.topicName()));
    }

    @Override
    public void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        if (records.isEmpty()) {
            return;
        }
        List<Position> positions = new ArrayList<>(records.count());
        records.forEach(source -> reader.find(source).ifPresent(positions::add));
        watch.look(positions);
        consumer.commitSync();
    }
}
