package rw.ishemalink.identity.login;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.identity.people.People;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.identity.people.Tenants;
import rw.ishemalink.identity.standing.StandingEvents;
import rw.ishemalink.identity.standing.StandingFact;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.identity.IdentityChange;

/** What a login makes of a person: a sender and customer the first time, one of the platform's first two administrators by configuration. */
@Singleton
class FirstLogin {

    private static final List<Role> FROM_THE_START = List.of(Role.SENDER, Role.CUSTOMER);

    private final People people;
    private final StandingEvents events;
    private final List<Phone> adminPhones;

    FirstLogin(People people, StandingEvents events, IdentityConfig config) {
        this.people = people;
        this.events = events;
        this.adminPhones = Stream.concat(
                        config.adminPhone().map(it -> phone("ISHEMA_ADMIN_PHONE", it)).stream(),
                        config.secondAdminPhone().map(it -> phone("ISHEMA_SECOND_ADMIN_PHONE", it)).stream())
                .toList();
    }

    private static Phone phone(String setting, String written) {
        return Phone.find(written)
                .orElseThrow(() -> new IllegalStateException(
                        setting + " is not a Rwandan mobile phone: write it as +2507XXXXXXXX"));
    }

    void complete(Tx tx, Person person) {
        if (!person.registered()) {
            people.register(tx.sql(), person);
            FROM_THE_START.forEach(role -> people.addRole(tx.sql(), person, role, Optional.empty()));
            events.publish(
                    tx,
                    person.tenant(),
                    person.personId(),
                    StandingFact.of(IdentityChange.REGISTERED).identified(person.kyc()));
        }
        if (isAdmin(person) && people.addRole(tx.sql(), person, Role.PLATFORM_ADMIN, Optional.empty())) {
            events.publish(
                    tx,
                    person.tenant(),
                    person.personId(),
                    StandingFact.of(IdentityChange.ROLE_GRANTED)
                            .about(Role.PLATFORM_ADMIN.name(), Optional.empty(), Optional.empty())
                            .identified(person.kyc())
                            .because("CONFIGURED"));
        }
    }

    private boolean isAdmin(Person person) {
        return person.tenant().equals(Tenants.DEFAULT) && adminPhones.contains(person.phone());
    }
}
