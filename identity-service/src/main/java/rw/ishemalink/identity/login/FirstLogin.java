package rw.ishemalink.identity.login;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.identity.people.People;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.identity.people.Tenants;
import rw.ishemalink.kit.caller.Role;

/** What a login makes of a person: a sender and customer the first time, the platform's administrator by configuration. */
@Singleton
class FirstLogin {

    private static final List<Role> FROM_THE_START = List.of(Role.SENDER, Role.CUSTOMER);

    private final People people;
    private final Optional<Phone> adminPhone;

    FirstLogin(People people, IdentityConfig config) {
        this.people = people;
        this.adminPhone = config.adminPhone().map(written -> Phone.find(written)
                .orElseThrow(() -> new IllegalStateException(
                        "ISHEMA_ADMIN_PHONE is not a Rwandan mobile phone: write it as +2507XXXXXXXX")));
    }

    void complete(Handle sql, Person person) {
        if (!person.registered()) {
            people.register(sql, person);
            FROM_THE_START.forEach(role -> people.addRole(sql, person, role, Optional.empty()));
        }
        if (isAdmin(person)) {
            people.addRole(sql, person, Role.PLATFORM_ADMIN, Optional.empty());
        }
    }

    private boolean isAdmin(Person person) {
        return person.tenant().equals(Tenants.DEFAULT)
                && adminPhone.filter(person.phone()::equals).isPresent();
    }
}
