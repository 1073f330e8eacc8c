package rw.ishemalink.compliance.licence.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.Registered;
import rw.ishemalink.compliance.licence.Registered.PastWord;
import rw.ishemalink.compliance.licence.Word;
import rw.ishemalink.compliance.licence.Word.Source;

/** The register as people read it: each sees the tenant's, the own fleet's or the own licences. */
@ApplicationScoped
public class RegisterStore {

    private static final String VISIBLE = """
            from licence l where l.tenant = :tenant
               and (cast(:operatorId as uuid) is null or l.holder_id = :operatorId
                    or exists (select from driver_record d where d.operator_id = :operatorId and d.tenant = l.tenant
                                and l.holder_id in (d.driver_id, d.vehicle_id)))
               and (cast(:driverId as uuid) is null or l.holder_id = :driverId
                    or exists (select from driver_record d where d.driver_id = :driverId and d.tenant = l.tenant
                                and l.holder_id = d.vehicle_id))""";

    private static final String PAGE = "select l.licence_id, l.kind, l.holder_id " + VISIBLE + """

               and exists (select from licence_word w where w.licence_id = l.licence_id and w.number is not null)
               and (cast(:kind as text) is null or l.kind = :kind)
               and (cast(:subjectIndex as bytea) is null or l.subject_index = :subjectIndex)
               and (cast(:holderId as uuid) is null or l.holder_id = :holderId)
               and (cast(:endsBy as date) is null or exists (
                    select from licence_word w where w.licence_id = l.licence_id and w.on_record
                       and w.valid_until between :today and :endsBy))
               and (cast(:after as uuid) is null or l.licence_id > :after)
             order by l.licence_id limit :limit""";

    private static final String ONE = "select l.licence_id, l.kind, l.holder_id " + VISIBLE + """

               and l.licence_id = :licenceId""";

    private final SubjectSeal subjects;
    private final WordSeal seal;

    RegisterStore(SubjectSeal subjects, WordSeal seal) {
        this.subjects = subjects;
        this.seal = seal;
    }

    /**
     * Whose licences somebody may see.
     *
     * @param operatorId only of that fleet; null: of all
     * @param driverId only of that driver; null: of all
     */
    public record Seen(
            String tenant,
            @Nullable UUID operatorId,
            @Nullable UUID driverId) {}

    /** What is sought; null where it does not matter. */
    public record Sought(
            @Nullable LicenceKind kind,
            @Nullable String subject,
            @Nullable UUID holderId,
            LocalDate today,
            @Nullable LocalDate endsBy,
            @Nullable UUID after,
            int limit) {}

    /** A page of the register, in the order in which licences came upon it. */
    public List<Registered> list(Handle sql, Seen seen, Sought sought) {
        String subject = sought.subject();
        LicenceKind kind = sought.kind();
        Query query = see(sql.createQuery(PAGE), seen)
                .bind("kind", kind == null ? null : kind.name())
                .bind("subjectIndex", subject == null ? null : subjects.index(seen.tenant(), subject))
                .bind("holderId", sought.holderId())
                .bind("today", sought.today())
                .bind("endsBy", sought.endsBy())
                .bind("after", sought.after())
                .bind("limit", sought.limit());
        return withWords(sql, query);
    }

    /** The licence, if it may be seen. */
    public Optional<Registered> find(Handle sql, Seen seen, UUID licenceId) {
        return withWords(sql, see(sql.createQuery(ONE), seen).bind("licenceId", licenceId)).stream()
                .findFirst();
    }

    /** Every word that was new, first to last. */
    public List<PastWord> history(Handle sql, UUID licenceId) {
        return sql.createQuery("select * from licence_change where licence_id = :licenceId order by change_id")
                .bind("licenceId", licenceId)
                .map((row, _) -> pastWord(row))
                .list();
    }

    private static Query see(Query query, Seen seen) {
        return query.bind("tenant", seen.tenant())
                .bind("operatorId", seen.operatorId())
                .bind("driverId", seen.driverId());
    }

    private List<Registered> withWords(Handle sql, Query query) {
        Map<UUID, Registered> found = new LinkedHashMap<>();
        query.map((row, _) -> new Registered(
                        row.getObject("licence_id", UUID.class),
                        LicenceKind.valueOf(row.getString("kind")),
                        LicenceRows.findId(row, "holder_id"),
                        List.of()))
                .forEach(one -> found.put(one.licenceId(), one));
        words(sql, List.copyOf(found.keySet()))
                .forEach((id, words) -> found.computeIfPresent(id, (_, one) -> one.with(words)));
        return List.copyOf(found.values());
    }

    private Map<UUID, List<Word>> words(Handle sql, List<UUID> ids) {
        Map<UUID, List<Word>> words = new LinkedHashMap<>();
        sql.createQuery("select * from licence_word where licence_id = any(:ids)")
                .bindArray("ids", UUID.class, ids)
                .map((row, _) -> Map.entry(row.getObject("licence_id", UUID.class), seal.open(row)))
                .forEach(word -> words.computeIfAbsent(word.getKey(), _ -> new ArrayList<>())
                        .add(word.getValue()));
        return words;
    }

    private static PastWord pastWord(ResultSet row) throws SQLException {
        Instant saidAt = LicenceRows.time(row, "said_at");
        return new PastWord(
                Source.valueOf(row.getString("source")),
                row.getBoolean("on_record"),
                row.getString("status"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                saidAt,
                LicenceRows.findId(row, "said_by"),
                row.getString("reason"));
    }
}
