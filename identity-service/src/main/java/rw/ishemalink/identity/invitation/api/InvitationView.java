package rw.ishemalink.identity.invitation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.invitation.Invitation;
import rw.ishemalink.identity.invitation.InvitationState;
import rw.ishemalink.identity.people.Agency;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.kit.caller.Role;

/**
 * An invitation.
 *
 * @param phone of the invited, by whom the approver knows them
 * @param approvedBy the second pair of eyes; not there until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitationView(
        UUID invitationId,
        String tenant,
        UUID personId,
        @Nullable String phone,
        Role role,
        @Nullable UUID operatorId,
        @Nullable Agency agency,
        InvitationState state,
        UUID invitedBy,
        @Nullable UUID approvedBy,
        Instant createdAt,
        Instant expiresAt) {

    static InvitationView of(Invitation invitation) {
        return new InvitationView(
                invitation.invitationId(),
                invitation.tenant(),
                invitation.personId(),
                invitation.phone().map(Phone::value).orElse(null),
                invitation.role(),
                invitation.operatorId().orElse(null),
                invitation.agency().orElse(null),
                invitation.state(),
                invitation.invitedBy(),
                invitation.approvedBy().orElse(null),
                invitation.createdAt(),
                invitation.expiresAt());
    }

    /** Never the phone: this text could reach logs. */
    @Override
    public String toString() {
        return "InvitationView[" + invitationId + "]";
    }
}
