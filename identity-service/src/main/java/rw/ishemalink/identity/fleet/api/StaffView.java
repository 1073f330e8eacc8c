package rw.ishemalink.identity.fleet.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.kit.caller.Role;

/**
 * Somebody who works for an operator.
 *
 * @param roles sorted
 * @param blocked whether the person may not log in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffView(UUID personId, @Nullable String name, String phone, List<Role> roles, boolean blocked) {

    public StaffView {
        roles = List.copyOf(roles);
    }

    static StaffView of(Person person) {
        return new StaffView(
                person.personId(),
                person.name().orElse(null),
                person.phone().value(),
                person.roles().stream().sorted().toList(),
                person.blocked());
    }

    /** Never name or phone: this text could reach logs. */
    @Override
    public String toString() {
        return "StaffView[" + personId + "]";
    }
}
