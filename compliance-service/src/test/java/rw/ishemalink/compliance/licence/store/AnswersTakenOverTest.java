package rw.ishemalink.compliance.licence.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.local.parts.JdbcAccess;

/** What becomes of the answers that were kept before there was a register. */
class AnswersTakenOverTest {

    private final JdbcAccess access = SharedParts.createDatabase();
    private final Jdbi jdbi = Jdbi.create(access.url(), access.user(), access.password());

    @Test
    void an_answer_becomes_a_word_that_the_job_can_seal() {
        migrateTo(MigrationVersion.fromVersion("4"));
        jdbi.useHandle(sql -> sql.execute("""
                insert into licence_answer (tenant, kind, subject, number, status, valid_until, asked_at)
                values ('geo', 'DRIVER_AUTHORISATION', 'DL1', 'R-1', 'VALID', '2099-12-31', now()),
                       ('geo', 'OPERATOR_LICENCE', '100000001', null, null, null, now())"""));

        migrateTo(MigrationVersion.LATEST);

        assertThat(rows("select kind || ' ' || subject || ' ' || (subject_index is null) from licence order by kind"))
                .containsExactly("DRIVER_AUTHORISATION DL1 true", "OPERATOR_LICENCE 100000001 true");
        assertThat(rows("""
                        select concat_ws(' ', w.tenant, w.source, w.on_record, w.number, w.status, w.number_index is null)
                          from licence_word w join licence l using (licence_id) order by l.kind""")).containsExactly("geo REGISTER t R-1 VALID t", "geo REGISTER f t");
        assertThat(rows("select distinct word_id::text from licence_word")).hasSize(2);
    }

    private void migrateTo(MigrationVersion version) {
        Flyway.configure()
                .dataSource(access.url(), access.user(), access.password())
                .locations("db/kit", "db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private List<String> rows(String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query).mapTo(String.class).list());
    }
}
