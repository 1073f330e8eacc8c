package rw.ishemalink.identity.fleet.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.fleet.OperatorProfile;
import rw.ishemalink.identity.fleet.OperatorStatus;
import rw.ishemalink.identity.people.Phone;

/** An operator and whom to call there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperatorProfileView(
        UUID operatorId,
        String name,
        String tin,
        OperatorStatus status,
        @Nullable String phone,
        @Nullable String email) {

    static OperatorProfileView of(OperatorProfile profile) {
        return new OperatorProfileView(
                profile.operator().operatorId(),
                profile.operator().name(),
                profile.operator().tin(),
                profile.status(),
                profile.contact().phone().map(Phone::value).orElse(null),
                profile.contact().email().orElse(null));
    }

    /** Never phone or e-mail: this text could reach logs. */
    @Override
    public String toString() {
        return "OperatorProfileView[" + operatorId + "]";
    }
}
