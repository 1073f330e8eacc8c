package rw.ishemalink.compliance.licence.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.kit.outbox.Columns;

/** Whose licences are: what the register knows by number, plate or TIN, the fleet knows as driver, vehicle or operator. */
@ApplicationScoped
public class HolderStore {

    private static final String ATTACH = """
            update licence set holder_id = :holderId, look_at = :now
             where tenant = :tenant and kind = any(:kinds) and subject_index = :subjectIndex
               and holder_id is distinct from :holderId""";

    private static final String NOBODYS = """
            select licence_id, tenant, kind, subject from licence
             where licence_id = any(:ids) and holder_id is null and subject is not null""";

    private static final Columns<Sought> BY_INDEX = new Columns<Sought>()
            .with("licence_id", "uuid", Sought::licenceId)
            .with("licence_index", "bytea", Sought::licenceIndex);

    private static final Columns<Sought> BY_SUBJECT = new Columns<Sought>()
            .with("licence_id", "uuid", Sought::licenceId)
            .with("tenant", "text", Sought::tenant)
            .with("subject", "text", sought -> sought.question().subject());

    private static final String FIND_DRIVERS = """
            update licence l set holder_id = d.driver_id, look_at = :now
              from %s join driver_record d using (licence_index)
             where l.licence_id = sought.licence_id and l.holder_id is null""".formatted(BY_INDEX.relation("sought"));

    private static final String FIND_VEHICLES = find("d.vehicle_id", "d.vehicle_plate");
    private static final String FIND_OPERATORS = find("d.operator_id", "d.operator_tin");

    private final DrivingLicenceSeal licences;
    private final SubjectSeal subjects;

    HolderStore(DrivingLicenceSeal licences, SubjectSeal subjects) {
        this.licences = licences;
        this.subjects = subjects;
    }

    /** A licence that nobody holds yet, opened; the fleet's record has drivers' numbers by an index of its own. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sought(UUID licenceId, String tenant, LicenceQuestion question, byte[] licenceIndex) {}

    /** The number of the next fact about the holder; holds the holder until the transaction ends. */
    public long nextSequence(Handle sql, UUID holderId) {
        return sql.createQuery("""
                        insert into licence_holder as h (holder_id, event_sequence) values (:holderId, 1)
                        on conflict (holder_id) do update set event_sequence = h.event_sequence + 1
                        returning event_sequence""").bind("holderId", holderId).mapTo(Long.class).one();
    }

    /** What is on record under that licence number, plate or TIN is the driver's, the vehicle's or the operator's. */
    public void attach(
            Handle sql, String tenant, LicenceKind.HolderKind kind, String subject, UUID holderId, Instant now) {
        sql.createUpdate(ATTACH)
                .bind("tenant", tenant)
                .bindArray("kinds", String.class, kinds(kind))
                .bind("subjectIndex", subjects.index(tenant, subject))
                .bind("holderId", holderId)
                .bind("now", now)
                .execute();
    }

    /** Finds the holders of licences that nobody holds yet. */
    public void findHolders(Handle sql, List<UUID> licenceIds, Instant now) {
        Map<LicenceKind.HolderKind, List<Sought>> open = listNobodys(sql, licenceIds).stream()
                .collect(
                        Collectors.groupingBy(sought -> sought.question().kind().holder()));
        open.forEach((kind, sought) -> {
            switch (kind) {
                case DRIVER ->
                    BY_INDEX.bindTo(sql.createUpdate(FIND_DRIVERS), sought)
                            .bind("now", now)
                            .execute();
                case VEHICLE ->
                    BY_SUBJECT
                            .bindTo(sql.createUpdate(FIND_VEHICLES), sought)
                            .bind("now", now)
                            .execute();
                case OPERATOR ->
                    BY_SUBJECT
                            .bindTo(sql.createUpdate(FIND_OPERATORS), sought)
                            .bind("now", now)
                            .execute();
            }
        });
    }

    private List<Sought> listNobodys(Handle sql, List<UUID> licenceIds) {
        return sql.createQuery(NOBODYS)
                .bindArray("ids", UUID.class, licenceIds)
                .map((row, _) -> sought(row))
                .list();
    }

    private Sought sought(ResultSet row) throws SQLException {
        UUID licenceId = row.getObject("licence_id", UUID.class);
        String tenant = row.getString("tenant");
        LicenceKind kind = LicenceKind.valueOf(row.getString("kind"));
        LicenceQuestion question = subjects.open(licenceId, kind, row.getString("subject"));
        return new Sought(licenceId, tenant, question, licences.index(tenant, question.subject()));
    }

    private static String find(String id, String subject) {
        return """
            update licence l set holder_id = %1$s, look_at = :now
              from %3$s join driver_record d on d.tenant = sought.tenant
                    and upper(regexp_replace(%2$s, '\\s', '', 'g')) = sought.subject
             where l.licence_id = sought.licence_id and l.holder_id is null and %1$s is not null""".formatted(id, subject, BY_SUBJECT.relation("sought"));
    }

    private static List<String> kinds(LicenceKind.HolderKind holder) {
        return List.of(LicenceKind.values()).stream()
                .filter(kind -> kind.holder() == holder)
                .map(Enum::name)
                .toList();
    }
}
