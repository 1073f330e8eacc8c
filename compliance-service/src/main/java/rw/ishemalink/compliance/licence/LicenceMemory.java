package rw.ishemalink.compliance.licence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.licence.LicenceAnswer.NoAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NotOnRecord;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;

/** Remembers the register's good answers, and lets them count for a day while it does not answer (decision C14). */
@ApplicationScoped
public class LicenceMemory {

    private static final String REMEMBER = """
            insert into licence_answer (tenant, kind, subject, number, status, valid_until, vehicle_plate, asked_at)
            values (:tenant, :kind, :subject, :number, :status, :validUntil, :vehiclePlate, now())
            on conflict (tenant, kind, subject) do update
               set number = excluded.number, status = excluded.status, valid_until = excluded.valid_until,
                   vehicle_plate = excluded.vehicle_plate, asked_at = excluded.asked_at""";

    private static final String RECALL = """
            select number, status, valid_until, vehicle_plate from licence_answer
             where tenant = :tenant and kind = :kind and subject = :subject
               and asked_at > now() - :validity * interval '1 millisecond'""";

    private final long validityMillis;

    LicenceMemory(ComplianceConfig config) {
        Duration validity = config.rura().answerValidity();
        this.validityMillis = validity.toMillis();
    }

    /** What counts: a good answer, which is remembered; without one, the remembered answer if it is fresh enough. */
    public LicenceAnswer settle(Handle sql, String tenant, LicenceQuestion question, LicenceAnswer answer) {
        return switch (answer) {
            case OnRecord(Licence licence) -> {
                remember(sql, tenant, question, licence);
                yield answer;
            }
            case NotOnRecord _ -> {
                remember(sql, tenant, question, null);
                yield answer;
            }
            case NoAnswer _ -> recall(sql, tenant, question).orElse(answer);
        };
    }

    private static void remember(Handle sql, String tenant, LicenceQuestion question, @Nullable Licence licence) {
        sql.createUpdate(REMEMBER)
                .bind("tenant", tenant)
                .bind("kind", question.kind())
                .bind("subject", question.subject())
                .bind("number", licence == null ? null : licence.number())
                .bind("status", licence == null ? null : licence.status().name())
                .bind("validUntil", licence == null ? null : licence.validUntil())
                .bind("vehiclePlate", licence == null ? null : licence.vehiclePlate())
                .execute();
    }

    private Optional<LicenceAnswer> recall(Handle sql, String tenant, LicenceQuestion question) {
        return sql.createQuery(RECALL)
                .bind("tenant", tenant)
                .bind("kind", question.kind())
                .bind("subject", question.subject())
                .bind("validity", validityMillis)
                .map(LicenceMemory::toAnswer)
                .findOne();
    }

    private static LicenceAnswer toAnswer(ResultSet row, StatementContext context) throws SQLException {
        String number = row.getString("number");
        return number == null
                ? new NotOnRecord()
                : new OnRecord(new Licence(
                        number,
                        Licence.Status.valueOf(row.getString("status")),
                        row.getObject("valid_until", LocalDate.class),
                        row.getString("vehicle_plate")));
    }
}
