package rw.ishemalink.identity.people.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.kit.caller.Role;

/** What a person may be, without the personal data that an administrator does not need for it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RolesView(
        UUID personId,
        String tenant,
        List<Role> roles,
        @Nullable UUID operatorId) {

    public RolesView {
        roles = List.copyOf(roles);
    }

    static RolesView of(Person person) {
        return new RolesView(
                person.personId(),
                person.tenant(),
                person.roles().stream().sorted().toList(),
                person.operatorId().orElse(null));
    }
}
