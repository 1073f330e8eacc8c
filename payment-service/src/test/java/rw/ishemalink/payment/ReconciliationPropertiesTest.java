package rw.ishemalink.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.collecting.Provider;

/**
 * Any payments, any differences, runs in any order, some of them killed half-way: afterwards clearing says what the
 * statements say, suspense what the open cases say, and running again changes nothing. A database of its own, so that the
 * sums are over all books that there are. A seed that failed is put first in {@link #seeds}.
 */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
@TestProfile(ReconciliationPropertiesTest.SmallPages.class)
class ReconciliationPropertiesTest {

    private static final String CASES = "/api/payments/cases";
    private static final int TRIES = 4;
    private static final int MOST_TRIES = 60;

    /** So small that a day has many, between which a run can die. */
    public static final class SmallPages implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ishema.reconciliation.page-size", "4");
        }
    }

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Saboteur saboteur;

    private final Mtn mtn = Mtn.ready();
    private final Airtel airtel = Airtel.ready();

    static LongStream seeds() {
        return new Random().longs(TRIES);
    }

    @AfterEach
    void rest() {
        unitOfWork.run(Seed::everythingRests);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_differs_the_books_come_to_say_what_the_providers_say(long seed) {
        Random random = new Random(seed);
        RandomDay world = new RandomDay(random, unitOfWork, mtn, airtel);
        world.offerAll();
        compareAll(world, random, true);
        world.awaitWhatWasFoundByAsking();
        compareAll(world, random, false);
        assertBooks();

        Counted before = counted();
        compareAll(world, random, true);
        assertThat(counted()).as("running again changes nothing").isEqualTo(before);

        openCases().forEach(one -> resolve(world, one, random));
        world.awaitWhatWasFoundByAsking();
        compareAll(world, random, true);
        assertBooks();
        assertThat(openCases()).as("every case found its end").isEmpty();
        assertThat(suspense()).isZero();
    }

    private void compareAll(RandomDay world, Random random, boolean killing) {
        Comparisons comparisons = new Comparisons(unitOfWork);
        world.listDaysShuffled().forEach(one -> {
            boolean done = false;
            for (int tries = 0; !done; tries++) {
                assertThat(tries).as("%s is never done", one).isLessThan(MOST_TRIES);
                saboteur.killsAfter(killing && random.nextInt(3) == 0 ? random.nextInt(4) : -1);
                done = comparisons
                        .compare(one.provider(), one.day())
                        .getString("status")
                        .equals("DONE");
            }
        });
        saboteur.killsAfter(-1);
    }

    private void resolve(RandomDay world, JsonPath one, Random random) {
        List<String> fitting = one.getList("fitting");
        String resolution = fitting.get(random.nextInt(fitting.size()));
        if (resolution.equals("PROVIDER_CORRECTS")) {
            world.mend(one);
        }
        if (resolution.equals("COLLECT_LATE")) {
            world.letGoBack(one);
        }
        int status = given().auth()
                .oauth2(Comparisons.staff())
                .contentType(ContentType.JSON)
                .body(Map.of("resolution", resolution, "reason", "drawn by lot"))
                .post(CASES + "/" + one.getString("caseId") + "/resolve")
                .statusCode();
        // An attempt that is still asked about may be found to have succeeded first: its case then closes by itself.
        assertThat(status).isIn(resolution.equals("COLLECT_LATE") ? List.of(200, 409) : List.of(200));
    }

    private void assertBooks() {
        for (Provider provider : Provider.values()) {
            assertThat(sum("account = 'PAYER_CLEARING_" + provider + "'"))
                    .as("clearing at %s", provider)
                    .isEqualTo(RandomDay.moneyAt(provider));
        }
        assertThat(tenants("""
                        select tenant from ledger_effect group by tenant
                        having sum(debits_posted - credits_posted) <> 0""")).as("every tenant's books balance").isEmpty();
        assertThat(tenants("""
                        select tenant from
                          (select tenant, difference as open from reconciliation_case where status in ('OPEN', 'WAITING')
                           union all
                           select tenant, debits_posted - credits_posted from ledger_effect where account = 'SUSPENSE')
                          as both_sides
                         group by tenant having sum(open) <> 0""")).as("suspense is what the open cases are about").isEmpty();
    }

    private List<String> tenants(String query) {
        return unitOfWork.read(sql -> sql.createQuery(query).mapTo(String.class).list());
    }

    private long suspense() {
        return sum("account = 'SUSPENSE'");
    }

    /** Debits less credits, over all tenants. */
    private long sum(String condition) {
        return unitOfWork.read(sql -> sql.createQuery(
                        "select coalesce(sum(debits_posted - credits_posted), 0) from ledger_effect where " + condition)
                .mapTo(Long.class)
                .one());
    }

    private record Counted(long transfers, long cases, long acts) {}

    private Counted counted() {
        return new Counted(count("ledger_transfer"), count("reconciliation_case"), count("reconciliation_act"));
    }

    private long count(String table) {
        return unitOfWork.read(sql -> sql.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    private List<JsonPath> openCases() {
        return unitOfWork
                .read(sql -> sql.createQuery(
                                "select case_id from reconciliation_case where status in ('OPEN', 'WAITING') order by number")
                        .mapTo(UUID.class)
                        .list())
                .stream()
                .map(caseId -> given().auth()
                        .oauth2(Comparisons.staff())
                        .get(CASES + "/" + caseId)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath())
                .toList();
    }
}
