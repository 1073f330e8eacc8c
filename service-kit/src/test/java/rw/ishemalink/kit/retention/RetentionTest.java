package rw.ishemalink.kit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Period;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class RetentionTest {

    @Inject
    UnitOfWork work;

    /** Twelve rows of 40 days ago, three of yesterday; of the old ones two are not over. */
    @BeforeEach
    void rows() {
        work.run(tx -> {
            tx.sql().execute("drop table if exists letter");
            tx.sql().execute("create table letter (n int primary key, ended_at timestamptz, text text)");
            tx.sql()
                    .execute(
                            "insert into letter select n, case when n > 2 then now() - interval '40 days' end, 'Muraho'"
                                    + " from generate_series(1, 12) n");
            tx.sql()
                    .execute(
                            "insert into letter select n, now() - interval '1 day', 'Muraho' from generate_series(13, 15) n");
        });
    }

    @Test
    void what_is_due_goes_batch_by_batch_and_the_rest_stays() {
        Retention retention = new Retention(work, deleting());
        assertThat(retention.oldest().toDays()).isEqualTo(40);
        assertThat(retention.next(6)).isEqualTo(6);
        assertThat(retention.next(6)).isEqualTo(4);
        assertThat(retention.next(6)).isZero();
        assertThat(count("true")).isEqualTo(5);
        assertThat(retention.oldest().toDays()).isEqualTo(1);
    }

    @Test
    void what_is_blanked_stays_without_its_text() {
        Retention retention = new Retention(
                work,
                RetentionClass.blanking(
                        "texts", "letter", "ended_at", "text is not null", "text = null", Period.ofDays(30), "ours"));
        assertThat(retention.next(100)).isEqualTo(10);
        assertThat(retention.next(100)).isZero();
        assertThat(count("text is null")).isEqualTo(10);
        assertThat(count("true")).isEqualTo(15);
    }

    @Test
    void rows_that_another_instance_holds_are_passed_over() {
        Retention retention = new Retention(work, deleting());
        work.run(tx -> {
            tx.sql().execute("select from letter where n = 3 for update");
            // Elsewhere: a transaction begun on this thread would be this one.
            assertThat(CompletableFuture.supplyAsync(() -> retention.next(100)).join())
                    .isEqualTo(9);
        });
        assertThat(retention.next(100)).isEqualTo(1);
    }

    private static RetentionClass deleting() {
        return RetentionClass.deleting(
                "letters", "letter", "ended_at", "ended_at is not null", Period.ofDays(30), "ours");
    }

    private long count(String where) {
        return work.read(sql -> sql.createQuery("select count(*) from letter where " + where)
                .mapTo(Long.class)
                .one());
    }
}
