package rw.ishemalink.identity.people;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import rw.ishemalink.identity.token.TokenSubject;
import rw.ishemalink.identity.token.TokenSubjects;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.identity.KycLevel;

/** People in the database. */
@Singleton
public class People implements TokenSubjects {

    private static final String SELECT =
            "select p.*, array(select role from person_role r where r.person_id = p.person_id) as roles,"
                    + " (select min(agency) from person_role r where r.person_id = p.person_id) as agency,"
                    + " (select open from tenant t where t.tenant = p.tenant) as tenant_open from person p ";

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
                    row.getTimestamp("blocked_at") != null,
                    row.getBoolean("tenant_open"),
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

    /** The person with that phone, locked; one not known yet is reserved and addressed in English. */
    public Person reserve(Handle sql, String tenant, Phone phone) {
        return reserve(sql, tenant, phone, Language.EN);
    }

    /** The person, locked. */
    public Optional<Person> findForUpdate(Handle sql, String tenant, UUID personId) {
        return findInAnyTenantForUpdate(sql, personId)
                .filter(person -> person.tenant().equals(tenant));
    }

    /** Those people, by their ids, with one statement. */
    public Map<UUID, Person> findAll(Handle sql, Collection<UUID> people) {
        return sql.createQuery(SELECT + KNOWN + "and p.person_id = any (:people)")
                .bindArray("people", UUID.class, people.toArray())
                .map(person)
                .collect(Collectors.toMap(Person::personId, Function.identity()));
    }

    /** Who belongs to an operator, in the order of their ids. */
    public List<Person> listOf(Handle sql, String tenant, UUID operatorId, Optional<UUID> after, int limit) {
        return sql.createQuery(SELECT + KNOWN + """
                        and p.tenant = :tenant and p.operator_id = :operatorId
                        and (cast(:after as uuid) is null or p.person_id > :after)
                        order by p.person_id limit :limit""")
                .bind("tenant", tenant)
                .bind("operatorId", operatorId)
                .bind("after", after)
                .bind("limit", limit)
                .map(person)
                .list();
    }

    /** The tenant of a person, whichever it is: only for callers who stand above tenants. The person is locked. */
    public Optional<Person> findInAnyTenantForUpdate(Handle sql, UUID personId) {
        return sql.createQuery(SELECT + KNOWN + "and p.person_id = :personId for update")
                .bind("personId", personId)
                .map(person)
                .findOne();
    }

    @Override
    public TokenSubject getSubject(Tx tx, String tenant, UUID personId) {
        Person person = find(tx.sql(), tenant, personId).orElseThrow();
        person.findBar().ifPresent(because -> {
            throw ProblemException.forbidden(because);
        });
        return person.toSubject();
    }

    @Override
    public Optional<TokenSubject> findSubject(Tx tx, String tenant, UUID personId) {
        return find(tx.sql(), tenant, personId)
                .filter(person -> person.findBar().isEmpty())
                .map(Person::toSubject);
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

    /** From now on the person is identified that well. */
    public void identify(Handle sql, Person person, KycLevel level) {
        sql.createUpdate("update person set kyc = :level where tenant = :tenant and person_id = :personId")
                .bind("level", level.name())
                .bind("tenant", person.tenant())
                .bind("personId", person.personId())
                .execute();
    }

    /** From now on the person has that phone. */
    public void move(Handle sql, Person person, Phone phone) {
        sql.createUpdate("""
                        update person set phone = :phone, phone_index = :index
                        where tenant = :tenant and person_id = :personId""")
                .bind("phone", seal.phone(person.personId(), phone))
                .bind("index", seal.index(person.tenant(), phone))
                .bind("tenant", person.tenant())
                .bind("personId", person.personId())
                .execute();
    }

    /** A reservation that nobody ever used gives its phone free. */
    public void vacate(Handle sql, Person person) {
        sql.createUpdate("""
                        update person set phone = null, phone_index = null
                        where tenant = :tenant and person_id = :personId and registered_at is null""")
                .bind("tenant", person.tenant())
                .bind("personId", person.personId())
                .execute();
    }

    void block(Handle sql, Person person, UUID blockedBy, BlockReason reason) {
        sql.createUpdate("""
                        update person set blocked_at = now(), blocked_by = :blockedBy, blocked_because = :reason
                        where tenant = :tenant and person_id = :personId""")
                .bind("blockedBy", blockedBy)
                .bind("reason", reason.name())
                .bind("tenant", person.tenant())
                .bind("personId", person.personId())
                .execute();
    }

    void unblock(Handle sql, Person person) {
        sql.createUpdate("""
                        update person set blocked_at = null, blocked_by = null, blocked_because = null
                        where tenant = :tenant and person_id = :personId""")
                .bind("tenant", person.tenant())
                .bind("personId", person.personId())
                .execute();
    }

    /** Adds a role that is held for no agency; whether it is new. */
    public boolean addRole(Handle sql, Person person, Role role, Optional<UUID> grantedBy) {
        return addRole(sql, person, role, Optional.empty(), grantedBy);
    }

    /** Adds a role; whether it is new. */
    boolean addRole(Handle sql, Person person, Role role, Optional<Agency> agency, Optional<UUID> grantedBy) {
        return sql.createUpdate("""
                        insert into person_role (person_id, tenant, role, agency, granted_by)
                        values (:personId, :tenant, :role, :agency, :grantedBy) on conflict do nothing""")
                        .bind("agency", agency.map(Agency::name))
                        .bind("personId", person.personId())
                        .bind("tenant", person.tenant())
                        .bind("role", role.name())
                        .bind("grantedBy", grantedBy)
                        .execute()
                > 0;
    }

    boolean removeRole(Handle sql, Person person, Role role) {
        return sql.createUpdate("delete from person_role where tenant = :tenant and person_id = :personId and role ="
                                + " :role")
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
