package rw.ishemalink.identity.invitation.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.invitation.Proposal;
import rw.ishemalink.identity.people.Agency;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * Whom to invite to what.
 *
 * @param phone a Rwandan mobile phone, as people write it
 * @param role OPERATOR, DISPATCHER, CUSTOMS_INSPECTOR, GOVERNMENT, AUDITOR, TENANT_ADMIN or PLATFORM_ADMIN
 * @param operatorId whose staff; with OPERATOR required, with DISPATCHER possible
 * @param agency RRA, RURA, BNR, MINICOM, CUSTOMS or EAC; with GOVERNMENT required
 * @param tenant without it the caller's own; another only by the platform's administrators
 */
public record InvitationRequest(
        @NotBlank @Size(max = 20) String phone,
        @NotNull Role role,
        @Nullable UUID operatorId,
        @Nullable Agency agency,
        @Size(max = 40) @Nullable String tenant) {

    Proposal toProposal(String ownTenant) {
        return new Proposal(
                Objects.requireNonNullElse(tenant, ownTenant),
                Phone.find(phone).orElseThrow(() -> ProblemException.badRequest("phone-not-valid")),
                role,
                Optional.ofNullable(operatorId),
                Optional.ofNullable(agency));
    }

    /** Never the phone: this text could reach logs. */
    @Override
    public String toString() {
        return "InvitationRequest[" + role + "]";
    }
}
