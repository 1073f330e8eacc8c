package rw.ishemalink.identity.people;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import rw.ishemalink.identity.token.TokenSubject;
import rw.ishemalink.identity.token.TokenSubjects;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.identity.KycLevel;

/** People in the database. */
@Singleton
public class People implements TokenSubjects {

    private static final String SELECT =
            "select p.*, array(select role from person_role r where r.person_id = p.person_id) as roles,"
                    + " (select min(agency) from person_role r where r.person_id = p.person_id) as agency from person p ";

    /** Who has asked to be forgotten is an id without a phone, and nobody finds them. */
    private static final String KNOWN = "where p.phone is not null ";

    private final PersonSeal seal;
    private final RowMapper<Person> person;

    People(PersonSeal seal) {
        this.seal = seal;
        this.person = (row, context) -> {
            UUID personId = row.getObject("person_id", UUID.class);
            return new Person(
                    personId,
                    row.getString("tenant"),
                    seal.openPhone(personId, row),
                    seal.openName(personId, row),
                    seal.openEmail(personId, row),
                    Language.valueOf(row.getString("language")),
                    Optional.ofNullable(row.getObject("operator_id", UUID.class)),
                    row.getTimestamp("registered_at") != null,
                    roles(row),
                    KycLevel.valueOf(row.getString("kyc")),
                    Optional.ofNullable(row.getString("agency")));
        };
    }

    /** The person with that phone, locked; one not known yet is reserved. Two at once reserve the same one. */
    public Person reserve(Handle sql, String tenant, Phone phone, Language languageOfNew) {
        UUID personId = TimeOrderedId.next();
        sql.createUpdate("""
                        insert into person (person_id, tenant, phone, phone_index, language)
                        values (:personId, :tenant, :phone, :index, :language)
                        on conflict (tenant, phone_index) do nothing""")
                .bind("personId", personId)
                .bind("tenant", tenant)
                .bind("phone", seal.phone(personId, phone))
                .bind("index", seal.index(tenant, phone))
                .bind("language", languageOfNew.name())
                .execute();
        return findByPhoneForUpdate(sql, tenant, phone).orElseThrow();
    }

    /** The person with that phone, locked. */
    public Optional<Person> findByPhoneForUpdate(Handle sql, String tenant, Phone phone) {
        return sql.createQuery(SELECT + "where p.tenant = :tenant and p.phone_index = :index for update")
                .bind("tenant", tenant)
                .bind("index", seal.index(tenant, phone))
                .map(person)
                .findOne();
    }

    public Optional<Person> find(Handle sql, String tenant, UUID personId) {
        return sql.createQuery(SELECT + KNOWN + "and p.tenant = :tenant and p.person_id = :personId")
                .bind("tenant", tenant)
                .bind("personId", personId)
                .map(person)
                .findOne();
    }

    /** The tenant of a person, whichever it is: only for callers who stand above tenants. The person is locked. */
    Optional<Person> findInAnyTenantForUpdate(Handle sql, UUID personId) {
        return sql.createQuery(SELECT + KNOWN + "and p.person_id = :personId for update")
                .bind("personId", personId)
                .map(person)
                .findOne();
    }

    @Override
    public TokenSubject getSubject(Tx tx, String tenant, UUID personId) {
        return findSubject(tx, tenant, personId).orElseThrow();
    }

    @Override
    public Optional<TokenSubject> findSubject(Tx tx, String tenant, UUID personId) {
        return find(tx.sql(), tenant, personId).map(Person::toSubject);
    }

    /** From now on the person has logged in at least once. */
    public void register(Handle sql, Person person) {
        sql.createUpdate("update person set registered_at = now() where tenant = :tenant and person_id = :personId")
                .bind("tenant", person.tenant())
                .bind("personId", person.personId())
                .execute();
    }

    void changeProfile(Handle sql, Person person, Profile profile) {
        sql.createUpdate("""
                        update person set name = :name, email = :email, language = :language
                        where tenant = :tenant and person_id = :personId""")
                .bind("name", seal.name(person.personId(), profile.name()))
                .bind("email", seal.email(person.personId(), profile.email()))
                .bind("language", profile.language().name())
                .bind("tenant", person.tenant())
                .bind("personId", person.personId())
                .execute();
    }

    /** Adds a role; whether it is new. */
    public boolean addRole(Handle sql, Person person, Role role, Optional<UUID> grantedBy) {
        return sql.createUpdate("""
                        insert into person_role (person_id, tenant, role, granted_by)
                        values (:personId, :tenant, :role, :grantedBy) on conflict do nothing""")
                        .bind("personId", person.personId())
                        .bind("tenant", person.tenant())
                        .bind("role", role.name())
                        .bind("grantedBy", grantedBy)
                        .execute()
                > 0;
    }

    boolean removeRole(Handle sql, Person person, Role role) {
        return sql.createUpdate(
                                "delete from person_role where tenant = :tenant and person_id = :personId and role = :role")
                        .bind("tenant", person.tenant())
                        .bind("personId", person.personId())
                        .bind("role", role.name())
                        .execute()
                > 0;
    }

    /** From now on the person belongs to that operator, or to none. */
    public void setOperator(Handle sql, Person person, Optional<UUID> operatorId) {
        sql.createUpdate("update person set operator_id = :operatorId where tenant = :tenant and person_id = :personId")
                .bind("operatorId", operatorId)
                .bind("tenant", person.tenant())
                .bind("personId", person.personId())
                .execute();
    }

    /** The number of this message to the person: 1, 2, 3 …; the sequence of events that ask for one. */
    public long nextMessageNumber(Handle sql, Person person) {
        return sql.createQuery("""
                        update person set messages = messages + 1
                        where tenant = :tenant and person_id = :personId returning messages""")
                .bind("tenant", person.tenant())
                .bind("personId", person.personId())
                .mapTo(Long.class)
                .one();
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
