package rw.ishemalink.compliance.manifest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The lists of customs offices. Of the lists in force on a day, the one that is in force latest, and of those the newest, counts. */
@ApplicationScoped
public class OfficeStore {

    private static final String CODE = """
            select code from customs_office join customs_office_import using (import_id)
             where border_post = :borderPost and effective_from <= :day
             order by effective_from desc, import_id desc limit 1""";

    private static final String IN_FORCE = """
            select distinct on (border_post) border_post, code, name, effective_from, import_id, imported_at
              from customs_office join customs_office_import using (import_id)
             where effective_from <= :day
             order by border_post, effective_from desc, import_id desc""";

    private static final String ADD_IMPORT = """
            insert into customs_office_import (tenant, imported_by, effective_from, sha256)
            values (:tenant, :importedBy, :effectiveFrom, :sha256)
            on conflict (effective_from, sha256) do nothing returning import_id""";

    private static final String ADD = """
            insert into customs_office (import_id, border_post, code, name)
            values (:importId, :borderPost, :code, :name)""";

    /** An office that is in force. */
    public record InForce(
            String borderPost, String code, String name, LocalDate effectiveFrom, long importId, Instant importedAt) {}

    /** Who loads what from when on. */
    public record Import(String tenant, UUID importedBy, LocalDate effectiveFrom, String sha256) {}

    /** The office's code at the border post on that day. */
    public Optional<String> findCode(Handle sql, String borderPost, LocalDate day) {
        return sql.createQuery(CODE)
                .bind("borderPost", borderPost)
                .bind("day", day)
                .mapTo(String.class)
                .findOne();
    }

    /** Every office that is in force on that day. */
    public List<InForce> list(Handle sql, LocalDate day) {
        return sql.createQuery(IN_FORCE)
                .bind("day", day)
                .map(ConstructorMapper.of(InForce.class))
                .list();
    }

    /** Keeps a list and answers its number; the same list for the same day again has the number that it had. */
    public long add(Handle sql, Import wanted, List<OfficeLine> offices) {
        Optional<Long> added = sql.createQuery(ADD_IMPORT)
                .bindMethods(wanted)
                .mapTo(Long.class)
                .findOne();
        added.ifPresent(importId -> addAll(sql, importId, offices));
        return added.orElseGet(
                () -> sql.createQuery("""
                        select import_id from customs_office_import
                         where effective_from = :effectiveFrom and sha256 = :sha256""").bindMethods(wanted).mapTo(Long.class).one());
    }

    private static void addAll(Handle sql, long importId, List<OfficeLine> offices) {
        PreparedBatch batch = sql.prepareBatch(ADD);
        offices.forEach(
                office -> batch.bindMethods(office).bind("importId", importId).add());
        batch.execute();
    }
}
