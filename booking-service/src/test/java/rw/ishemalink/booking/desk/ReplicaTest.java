package rw.ishemalink.booking.desk;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.testing.SuiteWithReplica;

/** With a replica that follows the database. */
@QuarkusTest
@TestProfile(ReplicaTest.WithReplica.class)
class ReplicaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A service of its own, with a database and a replica of its own. */
    public static final class WithReplica implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SuiteWithReplica.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Inject
    MeterRegistry meters;

    @Inject
    @ConfigProperty(name = "ishema.reads.jdbc-url")
    String replica;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final Someone sender = Someone.sender();

    @Test
    void lists_are_read_from_the_replica_and_a_booking_from_where_it_was_written() {
        await().atMost(PATIENCE).until(() -> {
            sender.gets("/api/bookings").statusCode(200);
            return meters.counter("reads", "from", "replica").count() > 0;
        });

        tell("select pg_wal_replay_pause()");
        UUID bookingId = sender.posts(Map.of("journey", Journeys.POTATOES), "/api/bookings")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("bookingId");
        sender.looksAt(bookingId).body("status", equalTo("DRAFT"));
        sender.gets("/api/bookings").statusCode(200).body("items", empty());

        tell("select pg_wal_replay_resume()");
        await().atMost(PATIENCE).untilAsserted(() -> sender.gets("/api/bookings")
                .statusCode(200)
                .body("items.bookingId", contains(bookingId.toString())));
    }

    private void tell(String statement) {
        Jdbi.create(replica, user, password).useHandle(sql -> sql.execute(statement));
    }
}
