package rw.ishemalink.booking.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.AtOnce;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.testing.SuiteResource;

/** A tenant that has grown gets tables of its own, and gives them back, while its people and all others go on. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@TestProfile(MovingTest.Alone.class)
class MovingTest {

    /** With a database of its own, which begins as every database does. */
    public static final class Alone implements QuarkusTestProfile {}

    private static final int PEOPLE = 8;
    private static final int RIDES = 6;

    @Inject
    TenantsApart tenants;

    @Inject
    Jdbi jdbi;

    @Test
    void what_is_there_moves_and_stays_what_it_is() {
        String tenant = "grown";
        Someone sender = Someone.sender(tenant);
        List<UUID> bookings = Stream.generate(() -> sender.confirms(Journeys.POTATOES))
                .limit(3)
                .toList();
        Someone other = Someone.sender("still-small");
        UUID theirs = other.books(Journeys.RIDE);
        List<String> before = seen(sender, bookings);

        assertThat(tenants.give(tenant)).contains(3L);

        assertThat(tables(tenant)).containsExactly("booking_of_grown");
        assertThat(tables("still-small")).containsExactly("booking_rest");
        assertThat(seen(sender, bookings)).isEqualTo(before);
        assertThat(tenants.give(tenant)).isEmpty();
        other.does("confirm", theirs).statusCode(200);

        assertThat(tenants.takeBack(tenant)).contains(3L);

        assertThat(tables(tenant)).containsExactly("booking_rest");
        assertThat(seen(sender, bookings)).isEqualTo(before);
        sender.posts(Map.of("reason", "rain"), "/api/bookings/{id}/cancel", bookings.getFirst())
                .statusCode(200);
        assertThat(everyTriggerFires()).isTrue();
    }

    @Test
    void who_books_meanwhile_waits_and_nobody_is_refused() throws Exception {
        List<String> names = List.of("first", "second");
        Stream<Callable<Integer>> people = IntStream.range(0, PEOPLE)
                .mapToObj(number -> Someone.sender("busy-" + names.get(number % 2)))
                .map(sender -> () -> {
                    for (int ride = 0; ride < RIDES; ride++) {
                        sender.confirms(Journeys.RIDE);
                    }
                    return RIDES;
                });
        Stream<Callable<Integer>> operator = Stream.of(() -> {
            names.forEach(name -> tenants.give("busy-" + name));
            return tenants.takeBack("busy-first").isPresent() ? 0 : 1;
        });

        List<Integer> done = AtOnce.run(Stream.concat(people, operator).toList());

        assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(PEOPLE * RIDES);
        assertThat(tables("busy-first")).containsExactly("booking_rest");
        assertThat(tables("busy-second")).containsExactly("booking_of_busy_second");
        assertThat(count("select count(*) from booking where tenant like 'busy-%' and status = 'CONFIRMED'"))
                .isEqualTo(PEOPLE * RIDES);
        assertThat(count("select count(*) from booking_transition where tenant like 'busy-%'"))
                .isEqualTo(2L * PEOPLE * RIDES);
        assertThat(count("select count(*) from booking_key where tenant like 'busy-%'"))
                .isEqualTo(PEOPLE * RIDES);
    }

    @Test
    void what_is_no_tenant_gets_no_table() {
        assertThatThrownBy(() -> tenants.give("x; drop table booking")).hasMessageContaining("no tenant's code");
    }

    private static List<String> seen(Someone sender, List<UUID> bookings) {
        return bookings.stream()
                .flatMap(id -> Stream.of("/api/bookings/{id}", "/api/bookings/{id}/history")
                        .map(path ->
                                sender.gets(path, id).statusCode(200).extract().asString()))
                .toList();
    }

    private List<String> tables(String tenant) {
        return jdbi.withHandle(
                sql -> sql.createQuery("select distinct tableoid::regclass::text from booking where tenant = :tenant")
                        .bind("tenant", tenant)
                        .mapTo(String.class)
                        .list());
    }

    private boolean everyTriggerFires() {
        return count("select count(*) from pg_trigger where tgenabled <> 'O'") == 0;
    }

    private long count(String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query).mapTo(Long.class).one());
    }
}
