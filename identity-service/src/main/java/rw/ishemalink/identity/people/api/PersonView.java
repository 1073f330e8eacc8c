package rw.ishemalink.identity.people.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.schemas.identity.KycLevel;

/**
 * A person, as the person sees it.
 *
 * @param phone +2507XXXXXXXX
 * @param language en, rw or fr
 * @param roles sorted
 * @param kyc how well the person is identified: PHONE, DOCUMENT or CONFIRMED
 * @param operatorId whose fleet the person runs or drives for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonView(
        UUID personId,
        String tenant,
        String phone,
        @Nullable String name,
        @Nullable String email,
        Language language,
        List<Role> roles,
        KycLevel kyc,
        @Nullable UUID operatorId) {

    public PersonView {
        roles = List.copyOf(roles);
    }

    static PersonView of(Person person) {
        return new PersonView(
                person.personId(),
                person.tenant(),
                person.phone().value(),
                person.name().orElse(null),
                person.email().orElse(null),
                person.language(),
                person.roles().stream().sorted().toList(),
                person.kyc(),
                person.operatorId().orElse(null));
    }

    /** Never name, phone or e-mail: this text could reach logs. */
    @Override
    public String toString() {
        return "PersonView[" + personId + "]";
    }
}
