package rw.ishemalink.booking.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.config.SyncConfig;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;

/**
 * After the network came back: 200 phones bring 20 actions each, three in ten of them twice, some batches in the wrong
 * order, while two instances drain the queue and every connection to the database may be cut at any moment.
 */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@TestProfile(SyncStormTest.OnItsOwn.class)
class SyncStormTest {

    private static final int PHONES = 200;
    private static final int ALL = PHONES * StormyPhone.ACTIONS;
    private static final int CUTS = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Not the test's own connection; the connections of requests, of workers and of the relay. */
    private static final String CUT_ONE = """
            select count(pg_terminate_backend(pid)) from (
              select pid from pg_stat_activity
               where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
               order by random() limit 1) as unlucky""";

    /** A pool that no other test gets: connections that were cut are found out only by those who use them. */
    public static final class OnItsOwn extends DrainByHand {}

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    DrainStep drain;

    @Inject
    SyncConfig config;

    @Test
    void every_action_has_exactly_one_effect_in_the_order_of_the_phones_clock() throws Exception {
        List<StormyPhone> phones =
                IntStream.range(0, PHONES).mapToObj(StormyPhone::new).toList();
        List<SyncDrain> instances = List.of(new SyncDrain(drain, config), new SyncDrain(drain, config));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> people = new ArrayList<>();
            phones.forEach(phone -> people.add(threads.submit(phone::bringsEverything)));
            instances.forEach(SyncDrain::begin);
            assertThat(cutConnections(phones)).as("cuts").isGreaterThan(CUTS / 8);
            for (Future<?> one : people) {
                one.get();
            }
            await("everything is done").atMost(PATIENCE).until(() -> countDoneOf(phones) == ALL);
        } finally {
            for (SyncDrain instance : instances) {
                instance.end();
            }
        }
        phones.forEach(this::hasOneEffectPerAction);
        phones.stream().filter(StormyPhone::isInOrder).forEach(this::wasServedInItsOrder);
        everyChangeIsOneEvent();
    }

    /** The next cut hits when the work has gone on since the last, until it is done: a quick machine is hit less often. */
    private int cutConnections(List<StormyPhone> phones) {
        int cuts = 0;
        for (int done = 0; cuts < CUTS && done < ALL; done = countDoneOf(phones)) {
            int next = Math.min(ALL, done + ALL / CUTS / 2);
            cuts += countUnderFire(CUT_ONE);
            await("the work to go on")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> countDoneOf(phones) >= next);
        }
        return cuts;
    }

    /** Connections die under the one who counts, too. */
    private int countUnderFire(String query) {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> unitOfWork.read(sql ->
                                sql.createQuery(query).mapTo(Integer.class).one()),
                        count -> count >= 0);
    }

    private int countDoneOf(List<StormyPhone> phones) {
        String people =
                phones.stream().map(phone -> "'" + phone.owner().id() + "'").collect(Collectors.joining(","));
        return countUnderFire(
                "select count(*) from sync_action where state = 'DONE' and person_id in (" + people + ")");
    }

    private void hasOneEffectPerAction(StormyPhone phone) {
        for (UUID syncId : phone.cancelled()) {
            assertThat(changesOf(phone, syncId)).containsExactly("CREATED", "CONFIRMED", "CANCELLED");
        }
        assertThat(changesOf(phone, phone.kept())).containsExactly("CREATED", "CONFIRMED");
        assertThat(count(
                        "select count(*) from booking where sender_id = :id",
                        phone.owner().id()))
                .as("no booking without its action")
                .isEqualTo(StormyPhone.BOOKINGS);
    }

    private void wasServedInItsOrder(StormyPhone phone) {
        List<String> served = unitOfWork.read(sql -> sql.createQuery("""
                        select t.change || ' ' || b.sync_id from booking_transition t join booking b using (booking_id)
                        where b.sender_id = :id order by t.occurred_at""")
                .bind("id", phone.owner().id())
                .mapTo(String.class)
                .list());
        assertThat(served).isEqualTo(phone.listWishedChanges());
    }

    private void everyChangeIsOneEvent() {
        assertThat(count("""
                        select count(*) from booking b
                        where (select count(*) from booking_transition t where t.booking_id = b.booking_id)
                           <> (select count(*) from outbox o
                              where o.key = b.booking_id and o.topic = 'booking.events') and :id is not null""", new UUID(0, 0))).isZero();
    }

    private List<String> changesOf(StormyPhone phone, UUID syncId) {
        return unitOfWork.read(sql -> sql.createQuery("""
                        select change from booking_transition join booking using (booking_id)
                        where sender_id = :sender and sync_id = :syncId order by sequence""")
                .bind("sender", phone.owner().id())
                .bind("syncId", syncId)
                .mapTo(String.class)
                .list());
    }

    private long count(String query, UUID id) {
        return unitOfWork.read(
                sql -> sql.createQuery(query).bind("id", id).mapTo(Long.class).one());
    }
}
