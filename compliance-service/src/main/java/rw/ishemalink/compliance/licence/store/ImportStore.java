package rw.ishemalink.compliance.licence.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.intake.ImportReport;
import rw.ishemalink.compliance.licence.intake.Mistake;

/** The reports of files that were handed in. */
@ApplicationScoped
public class ImportStore {

    private static final String ADD = """
            insert into licence_import (import_id, tenant, sha256, strict, imported_by, imported_at, lines, taken, errors)
            values (:importId, :tenant, :sha256, :strict, :importedBy, :importedAt, :lines, :taken, cast(:errors as jsonb))
            on conflict (tenant, sha256, strict) do nothing""";

    private final ObjectMapper json;

    ImportStore(ObjectMapper json) {
        this.json = json;
    }

    /** Adds the report; false when that file was handed in before. */
    public boolean add(Handle sql, String tenant, String sha256, ImportReport report) {
        return sql.createUpdate(ADD)
                        .bind("importId", report.importId())
                        .bind("tenant", tenant)
                        .bind("sha256", sha256)
                        .bind("strict", report.strict())
                        .bind("importedBy", report.importedBy())
                        .bind("importedAt", report.importedAt())
                        .bind("lines", report.lines())
                        .bind("taken", report.taken())
                        .bind("errors", write(report.mistakes()))
                        .execute()
                == 1;
    }

    /** The report of that very file. */
    public Optional<ImportReport> find(Handle sql, String tenant, String sha256, boolean strict) {
        return sql.createQuery("""
                        select * from licence_import
                         where tenant = :tenant and sha256 = :sha256 and strict = :strict""")
                .bind("tenant", tenant)
                .bind("sha256", sha256)
                .bind("strict", strict)
                .map((row, _) -> report(row))
                .findOne();
    }

    /** The report of that id. */
    public Optional<ImportReport> find(Handle sql, String tenant, UUID importId) {
        return sql.createQuery("select * from licence_import where tenant = :tenant and import_id = :importId")
                .bind("tenant", tenant)
                .bind("importId", importId)
                .map((row, _) -> report(row))
                .findOne();
    }

    /** Reports, oldest first. */
    public List<ImportReport> list(Handle sql, String tenant, @Nullable UUID after, int limit) {
        return sql.createQuery("""
                        select * from licence_import
                         where tenant = :tenant and (cast(:after as uuid) is null or import_id > :after)
                         order by import_id limit :limit""")
                .bind("tenant", tenant)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> report(row))
                .list();
    }

    private ImportReport report(ResultSet row) throws SQLException {
        return new ImportReport(
                row.getObject("import_id", UUID.class),
                row.getBoolean("strict"),
                row.getObject("imported_by", UUID.class),
                LicenceRows.time(row, "imported_at"),
                row.getInt("lines"),
                row.getInt("taken"),
                read(row.getString("errors")));
    }

    private String write(List<Mistake> mistakes) {
        try {
            return json.writeValueAsString(mistakes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("mistakes cannot be written", e);
        }
    }

    private List<Mistake> read(String text) {
        try {
            return json.readValue(text, new TypeReference<List<Mistake>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("mistakes on record cannot be read", e);
        }
    }
}
