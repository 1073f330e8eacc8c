package rw.ishemalink.identity.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.people.PersonSeal;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.Codes;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.identity.testing.Race;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class OneTimeCodeLifeTest {

    private static final String TENANT = Accounts.TENANT;

    @Inject
    Jdbi jdbi;

    @Inject
    PersonSeal seal;

    private final String phone = Accounts.newPhone();

    @Test
    void a_wrong_code_is_refused_and_the_right_one_still_works() {
        String code = nextCode(1);

        refused(Codes.otherThan(code));
        Codes.exchange(TENANT, phone, code).then().statusCode(200);
    }

    @Test
    void five_wrong_tries_spend_the_code() {
        String code = nextCode(1);

        for (int i = 0; i < 5; i++) {
            refused(Codes.otherThan(code));
        }
        refused(code);
    }

    @Test
    void wrong_tries_at_once_are_all_counted() {
        String code = nextCode(1);

        Race.run(5, () -> Codes.exchange(TENANT, phone, Codes.otherThan(code)).statusCode());
        refused(code);
    }

    @Test
    void however_many_guess_at_once_a_code_gets_no_more_than_five_tries() {
        String code = nextCode(1);
        AtomicInteger guess = new AtomicInteger();

        List<Integer> answers = Race.run(12, () -> Codes.exchange(TENANT, phone, wrong(code, guess.getAndIncrement()))
                .statusCode());

        assertThat(answers).containsOnly(400);
        assertThat(count("""
                        select 5 - tries_left from one_time_code join person using (person_id)
                        where phone_index = ? order by issued_at desc limit 1""")).isEqualTo(5);
        refused(code);
    }

    private static String wrong(String code, int guess) {
        return "%06d".formatted((Integer.parseInt(code) + 1 + guess) % 1_000_000);
    }

    @Test
    void a_code_works_once() {
        String code = nextCode(1);

        Codes.exchange(TENANT, phone, code).then().statusCode(200);
        refused(code);
    }

    @Test
    void of_many_exchanges_at_once_one_wins() {
        String code = nextCode(1);

        List<Integer> answers =
                Race.run(8, () -> Codes.exchange(TENANT, phone, code).statusCode());

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status != 200)
                .containsOnly(400);
    }

    @Test
    void many_first_requests_at_once_reserve_one_person() {
        List<Integer> answers = Race.run(8, () -> Codes.request(TENANT, phone).statusCode());

        assertThat(answers).containsOnly(202);
        assertThat(count("select count(*) from person where phone_index = ?")).isEqualTo(1);
        assertThat(countCodes()).isEqualTo(3);
    }

    @Test
    void a_code_is_over_after_five_minutes() {
        String early = nextCode(1);
        age("4 minutes 50 seconds");
        refused(Codes.otherThan(early));
        age("11 seconds");

        refused(early);
    }

    @Test
    void a_code_of_nearly_five_minutes_still_works() {
        String code = nextCode(1);
        // The minute that is left is for a busy machine; that it is one of exactly five, the row says.
        assertThat(count("""
                        select count(*) from one_time_code join person using (person_id)
                        where phone_index = ? and expires_at = issued_at + interval '5 minutes'""")).isEqualTo(1);
        age("4 minutes");

        Codes.exchange(TENANT, phone, code).then().statusCode(200);
    }

    @Test
    void only_the_newest_code_works() {
        String first = nextCode(1);
        String second = nextCode(2);
        if (!first.equals(second)) {
            refused(first);
        }

        Codes.exchange(TENANT, phone, second).then().statusCode(200);
    }

    @Test
    void what_is_asked_for_too_often_is_taken_but_not_sent() {
        for (int i = 0; i < 5; i++) {
            Codes.request(TENANT, phone).then().statusCode(202);
        }
        assertThat(countCodes()).isEqualTo(3);

        age("10 minutes");
        Codes.request(TENANT, phone).then().statusCode(202);
        Codes.await(TENANT, phone, 4);
        assertThat(countCodes()).isEqualTo(4);
    }

    @Test
    void ten_codes_are_enough_for_a_day() {
        for (int i = 0; i < 12; i++) {
            Codes.request(TENANT, phone).then().statusCode(202);
            age("11 minutes");
        }
        assertThat(countCodes()).isEqualTo(10);

        age("24 hours");
        Codes.request(TENANT, phone).then().statusCode(202);
        Codes.await(TENANT, phone, 11);
        assertThat(countCodes()).as("those of yesterday are forgotten").isEqualTo(1);
    }

    @Test
    void a_known_phone_an_unknown_one_and_one_over_the_limit_get_the_same_answer() {
        String known = Accounts.newcomer().phone();
        Response toKnown = Codes.request(TENANT, known);
        Response toUnknown = Codes.request(TENANT, phone);
        Codes.request(TENANT, known);
        Response overLimit = Codes.request(TENANT, known);

        for (Response answer : List.of(toKnown, toUnknown, overLimit)) {
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body().asString()).isEmpty();
        }
    }

    @Test
    void a_phone_without_any_code_is_refused_like_a_wrong_code() {
        refused("123456");
    }

    @Test
    void the_code_itself_is_not_in_the_database() {
        String code = nextCode(1);
        byte[] stored = jdbi.withHandle(sql ->
                sql.createQuery("""
                        select code_hash from one_time_code join person using (person_id) where phone_index = :phone""").bind("phone", stored()).mapTo(byte[].class).one());

        assertThat(stored).hasSize(32);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(code);
    }

    private byte[] stored() {
        return seal.index(TENANT, new Phone(phone));
    }

    private String nextCode(int number) {
        Codes.request(TENANT, phone).then().statusCode(202);
        return Codes.await(TENANT, phone, number);
    }

    private void refused(String code) {
        Codes.exchange(TENANT, phone, code)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:code-refused"));
    }

    private void age(String by) {
        jdbi.useHandle(sql -> sql.execute("""
                update one_time_code set issued_at = issued_at - cast(? as interval),
                       expires_at = expires_at - cast(? as interval)
                where person_id = (select person_id from person where phone_index = ?)""", by, by, stored()));
    }

    private long countCodes() {
        return count("select count(*) from one_time_code join person using (person_id) where phone_index = ?");
    }

    private long count(String query) {
        return jdbi.withHandle(sql ->
                sql.createQuery(query).bind(0, stored()).mapTo(Long.class).one());
    }
}
