package rw.ishemalink.compliance.licence.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.compliance.licence.Notice.Standing;
import rw.ishemalink.compliance.licence.Notice.Told;
import rw.ishemalink.compliance.licence.Watched;
import rw.ishemalink.compliance.licence.Word;

/** Which licences are to be looked at, and which to be asked for again. */
@ApplicationScoped
public class SweepStore {

    private static final String CLAIM = """
            select * from licence where look_at <= :now order by look_at limit :page for no key update skip locked""";

    private static final String SAVE = """
            update licence set told_standing = :standing, told_until = :until, told_days = :days,
                               look_at = cast(:lookAt as timestamptz)
             where licence_id = :licenceId""";

    /** Taken and put off in one statement: of two instances one asks, and after a death it is asked at the next turn. */
    private static final String TAKE = """
            with busy as materialized (
              select distinct holder from (%s) b cross join lateral unnest(array[b.driver_id, b.vehicle_id, b.operator_id]) holder),
            due as materialized (
              select l.licence_id from licence l join busy on l.holder_id = busy.holder
                left join licence_word w on w.licence_id = l.licence_id and w.source = 'REGISTER'
               where l.kind = any(:kinds) and l.subject is not null
                 and coalesce(greatest(l.asked_at, w.said_at), 'epoch') <= :before
               order by l.asked_at nulls first, l.licence_id limit :page for no key update of l skip locked)
            update licence l set asked_at = :now from due where l.licence_id = due.licence_id
            returning l.licence_id, l.tenant, l.kind, l.subject, l.holder_id""".formatted(FlagStore.UNDER_WAY);

    private final SubjectSeal subjects;
    private final WordSeal seal;

    SweepStore(SubjectSeal subjects, WordSeal seal) {
        this.subjects = subjects;
        this.seal = seal;
    }

    /** A licence that is to be asked for. */
    public record Taken(UUID licenceId, String tenant, LicenceQuestion question, UUID holderId) {}

    /** The licences that have been due longest, held until the transaction ends; others pass them over. */
    public List<Watched> claim(Handle sql, Instant now, int page) {
        List<Row> rows = sql.createQuery(CLAIM)
                .bind("now", now)
                .bind("page", page)
                .map((row, _) -> row(row))
                .list();
        Map<UUID, List<Word>> words =
                words(sql, rows.stream().map(Row::licenceId).toList());
        return rows.stream()
                .map(row -> row.with(words.getOrDefault(row.licenceId(), List.of())))
                .toList();
    }

    /** Notes what was told, and when to look again; null: not before there is news. */
    public void save(Handle sql, UUID licenceId, Told told, @Nullable Instant lookAt) {
        Standing standing = told.standing();
        sql.createUpdate(SAVE)
                .bind("licenceId", licenceId)
                .bind("standing", standing == null ? null : standing.name())
                .bind("until", told.until())
                .bind("days", told.days())
                .bind("lookAt", lookAt)
                .execute();
    }

    /** Licences of whoever has a booking under way that were not asked for since that time; they count as asked now. */
    public List<Taken> take(Handle sql, List<LicenceKind> kinds, Instant before, Instant now, int page) {
        return sql.createQuery(TAKE)
                .bindArray("kinds", String.class, kinds.stream().map(Enum::name).toList())
                .bind("before", before)
                .bind("now", now)
                .bind("page", page)
                .map((row, _) -> taken(row))
                .list();
    }

    /** They count as asked at that time. */
    public void countAsAsked(Handle sql, List<UUID> licenceIds, Instant at) {
        sql.createUpdate("update licence set asked_at = :at where licence_id = any(:ids)")
                .bind("at", at)
                .bindArray("ids", UUID.class, licenceIds)
                .execute();
    }

    private record Row(
            UUID licenceId,
            String tenant,
            LicenceKind kind,
            @Nullable UUID holderId,
            Told told) {

        Watched with(List<Word> words) {
            return new Watched(licenceId, tenant, kind, holderId, told, words);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        String standing = row.getString("told_standing");
        return new Row(
                row.getObject("licence_id", UUID.class),
                row.getString("tenant"),
                LicenceKind.valueOf(row.getString("kind")),
                LicenceRows.findId(row, "holder_id"),
                new Told(
                        standing == null ? null : Standing.valueOf(standing),
                        row.getObject("told_until", LocalDate.class),
                        row.getObject("told_days", Integer.class)));
    }

    private Taken taken(ResultSet row) throws SQLException {
        UUID licenceId = row.getObject("licence_id", UUID.class);
        LicenceKind kind = LicenceKind.valueOf(row.getString("kind"));
        return new Taken(
                licenceId,
                row.getString("tenant"),
                subjects.open(licenceId, kind, row.getString("subject")),
                row.getObject("holder_id", UUID.class));
    }

    private Map<UUID, List<Word>> words(Handle sql, List<UUID> ids) {
        Map<UUID, List<Word>> words = new HashMap<>();
        sql.createQuery("select * from licence_word where licence_id = any(:ids)")
                .bindArray("ids", UUID.class, ids)
                .map((row, _) -> Map.entry(row.getObject("licence_id", UUID.class), heard(row)))
                .forEach(word -> words.computeIfAbsent(word.getKey(), _ -> new ArrayList<>())
                        .add(word.getValue()));
        return words;
    }

    /** A licence that a source had, and has no more, has been taken away. */
    private Word heard(ResultSet row) throws SQLException {
        Word word = seal.open(row);
        if (row.getBoolean("on_record") || row.getString("number") == null) {
            return word;
        }
        Licence had = seal.openLicence(row);
        Licence revoked = new Licence(had.number(), Licence.Status.REVOKED, had.validUntil(), had.vehiclePlate());
        return new Word(word.source(), new OnRecord(revoked), word.saidAt());
    }
}
