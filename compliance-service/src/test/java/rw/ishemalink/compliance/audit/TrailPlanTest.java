package rw.ishemalink.compliance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rw.ishemalink.compliance.audit.store.TrailSearch;
import rw.ishemalink.compliance.audit.store.TrailSearch.After;
import rw.ishemalink.compliance.audit.store.TrailStore;

/** No search reads the whole table, and none sorts more than its page: that is what a trail of years needs. */
class TrailPlanTest {

    private static final TrailDatabase DATABASE = new TrailDatabase();
    private static final String TENANT = "ishemalink";
    private static final int ENTRIES = 20_000;

    @BeforeAll
    static void fill() {
        List<TrailEntry> entries = new ArrayList<>();
        for (int i = 1; i <= ENTRIES; i++) {
            entries.add(Entries.paid(i % 10 == 0 ? "other" : TENANT, new UUID(9, i / 10), i));
        }
        DATABASE.add(entries);
        DATABASE.sealAll();
        DATABASE.jdbi.useHandle(sql -> sql.execute("analyze trail_entry"));
    }

    static Stream<Arguments> searches() {
        UUID someone = new UUID(1, 7);
        After after = new After(Entries.NOON.plusSeconds(5_000), 5_000);
        return Stream.of(
                search("booking", new UUID(9, 77), null, null, null, null, null, null),
                search("person", null, someone, null, null, null, null, null),
                search("person, next page", null, someone, null, null, null, null, after),
                search("driver", null, null, new UUID(3, 7), null, null, null, after),
                search("vehicle", null, null, null, new UUID(4, 7), null, null, after),
                search("type", null, null, null, null, "booking.events/FAILED", null, null),
                search("time", null, null, null, null, null, Entries.NOON.plusSeconds(15_000), null),
                search("everything, next page", null, null, null, null, null, null, after));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("searches")
    void every_search_has_an_index(String name, TrailSearch search) {
        String plan = DATABASE.jdbi.withHandle(sql -> String.join(
                "\n",
                search.bindTo(sql.createQuery("explain " + TrailStore.statement(search)))
                        .bind("limit", 51)
                        .mapTo(String.class)
                        .list()));
        assertThat(plan).as(name).contains("Index").doesNotContain("Seq Scan");
    }

    private static Arguments search(
            String name,
            @Nullable UUID booking,
            @Nullable UUID person,
            @Nullable UUID driver,
            @Nullable UUID vehicle,
            @Nullable String type,
            @Nullable Instant from,
            @Nullable After after) {
        return Arguments.of(
                name,
                new TrailSearch(
                        TENANT,
                        Optional.ofNullable(booking),
                        Optional.ofNullable(person),
                        Optional.ofNullable(driver),
                        Optional.ofNullable(vehicle),
                        Optional.empty(),
                        Optional.ofNullable(type),
                        Optional.ofNullable(from),
                        Optional.empty(),
                        Optional.ofNullable(after),
                        Set.of()));
    }
}
