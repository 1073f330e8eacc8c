package rw.ishemalink.identity.kyc;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import rw.ishemalink.identity.people.Person;

/** Identity documents in the database, timed by its clock and Rwanda's days. Callers hold the lock on the person's row. */
@Singleton
public class DocumentStore {

    private static final String TODAY = "(now() at time zone 'Africa/Kigali')::date";
    private static final String SELECT = "select d.*, d.valid_until < " + TODAY + " as over from identity_document d ";

    private final DocumentSeal seal;
    private final RowMapper<IdentityDocument> document;

    DocumentStore(DocumentSeal seal) {
        this.seal = seal;
        this.document = (row, context) -> {
            UUID personId = row.getObject("person_id", UUID.class);
            return new IdentityDocument(
                    personId,
                    IdentityDocumentKind.valueOf(row.getString("kind")),
                    seal.open(personId, row),
                    row.getObject("valid_until", LocalDate.class),
                    row.getBoolean("over"),
                    Optional.ofNullable(row.getObject("seen_by", UUID.class)),
                    Optional.ofNullable(row.getObject("confirmed_by", UUID.class)));
        };
    }

    /** The document that a person named. */
    public Optional<IdentityDocument> find(Handle sql, String tenant, UUID personId) {
        return sql.createQuery(SELECT + "where d.tenant = :tenant and d.person_id = :personId")
                .bind("tenant", tenant)
                .bind("personId", personId)
                .map(document)
                .findOne();
    }

    /** The document replaces the former; nobody has seen it yet. */
    void replace(Handle sql, Person person, IdentityDocumentKind kind, DocumentNumber number, LocalDate validUntil) {
        sql.createUpdate("""
                        insert into identity_document (person_id, tenant, kind, number, number_index, valid_until)
                        values (:personId, :tenant, :kind, :number, :index, :validUntil)
                        on conflict (person_id) do update set
                          kind = excluded.kind, number = excluded.number, number_index = excluded.number_index,
                          valid_until = excluded.valid_until, given_at = now(),
                          seen_by = null, seen_at = null, confirmed_by = null, confirmed_at = null""")
                .bind("personId", person.personId())
                .bind("tenant", person.tenant())
                .bind("kind", kind.name())
                .bind("number", seal.seal(person.personId(), number))
                .bind("index", seal.index(person.tenant(), number))
                .bind("validUntil", validUntil)
                .execute();
    }

    void see(Handle sql, Person person, UUID seenBy) {
        sql.createUpdate("update identity_document set seen_by = :seenBy, seen_at = now() where person_id = :personId")
                .bind("seenBy", seenBy)
                .bind("personId", person.personId())
                .execute();
    }

    void confirm(Handle sql, Person person, UUID confirmedBy) {
        sql.createUpdate("update identity_document set confirmed_by = :by, confirmed_at = now() where person_id ="
                        + " :personId")
                .bind("by", confirmedBy)
                .bind("personId", person.personId())
                .execute();
    }

    /** Somebody who is identified by a document that is over; whom another instance holds is passed over. */
    Optional<UUID> findLapsed(Handle sql) {
        return sql.createQuery("select p.person_id from identity_document d join person p using (tenant, person_id)"
                        + " where d.valid_until < " + TODAY + " and p.kyc in ('DOCUMENT', 'CONFIRMED')"
                        + " and p.phone is not null limit 1 for update of p skip locked")
                .mapTo(UUID.class)
                .findOne();
    }
}
