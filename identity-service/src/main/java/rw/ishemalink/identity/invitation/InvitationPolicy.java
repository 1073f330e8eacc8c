package rw.ishemalink.identity.invitation;

import static rw.ishemalink.identity.invitation.InvitationState.APPROVED;
import static rw.ishemalink.identity.invitation.InvitationState.PROPOSED;

import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.identity.people.RolePolicy;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Who may propose, approve, refuse, withdraw and accept which invitation. */
final class InvitationPolicy {

    /** What somebody does to an invitation. */
    enum Act {
        APPROVE,
        REFUSE,
        WITHDRAW,
        ACCEPT
    }

    /** What is wrong; the constant's code is the problem's. */
    enum Refusal {
        NO_SUCH_INVITATION("no-such-invitation"),
        NO_SUCH_TENANT("no-such-tenant"),
        NO_SUCH_OPERATOR("no-such-operator"),
        ROLE_ABOVE_CALLER("role-above-caller"),
        ROLE_NOT_INVITED("role-not-invited"),
        OPERATOR_MISSING("operator-missing"),
        OPERATOR_NOT_FOR_ROLE("operator-not-for-role"),
        AGENCY_MISSING("agency-missing"),
        AGENCY_NOT_FOR_ROLE("agency-not-for-role"),
        /** Who proposed and who is invited do not approve. */
        FOUR_EYES("four-eyes"),
        NOT_YOUR_INVITATION("not-your-invitation"),
        INVITATION_OVER("invitation-over");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private InvitationPolicy() {}

    /** Why the caller may not propose that; empty when they may. */
    static Optional<Refusal> refuseProposal(Caller caller, Proposal proposal) {
        if (!RolePolicy.isByInvitation(proposal.role())) {
            return Optional.of(Refusal.ROLE_NOT_INVITED);
        }
        return refuseByReach(caller, proposal).or(() -> refuseByForm(proposal));
    }

    private static Optional<Refusal> refuseByReach(Caller caller, Proposal proposal) {
        if (caller.isAny(Role.PLATFORM_ADMIN)) {
            return Optional.empty();
        }
        if (!caller.tenant().equals(proposal.tenant())) {
            return Optional.of(Refusal.NO_SUCH_TENANT);
        }
        if (caller.isAny(Role.TENANT_ADMIN)) {
            return when(proposal.role() == Role.PLATFORM_ADMIN, Refusal.ROLE_ABOVE_CALLER);
        }
        if (!caller.isAny(Role.OPERATOR) || proposal.role() != Role.DISPATCHER) {
            return Optional.of(Refusal.ROLE_ABOVE_CALLER);
        }
        if (proposal.operatorId().isEmpty()) {
            return Optional.of(Refusal.OPERATOR_MISSING);
        }
        return when(!proposal.operatorId().equals(caller.operatorId()), Refusal.NO_SUCH_OPERATOR);
    }

    private static Optional<Refusal> refuseByForm(Proposal proposal) {
        Role role = proposal.role();
        if (role == Role.OPERATOR && proposal.operatorId().isEmpty()) {
            return Optional.of(Refusal.OPERATOR_MISSING);
        }
        if (proposal.operatorId().isPresent() && !RolePolicy.isForAnOperator(role)) {
            return Optional.of(Refusal.OPERATOR_NOT_FOR_ROLE);
        }
        boolean official = role == Role.GOVERNMENT;
        if (official && proposal.agency().isEmpty()) {
            return Optional.of(Refusal.AGENCY_MISSING);
        }
        return when(!official && proposal.agency().isPresent(), Refusal.AGENCY_NOT_FOR_ROLE);
    }

    /** Why the caller may not do that to the invitation; empty when they may. */
    static Optional<Refusal> refuse(Act act, Caller caller, Invitation invitation) {
        boolean invited = isInvited(caller, invitation);
        boolean staff = isWithinReach(caller, invitation);
        if (!staff && !(invited && isKnownToInvited(invitation))) {
            return Optional.of(Refusal.NO_SUCH_INVITATION);
        }
        return switch (act) {
            case APPROVE -> refuseApproval(caller, invitation, staff);
            case REFUSE -> invited ? unless(APPROVED, invitation) : refuseApproval(caller, invitation, staff);
            case WITHDRAW -> refuseWithdrawal(caller, invitation, staff);
            case ACCEPT -> invited ? unless(APPROVED, invitation) : Optional.of(Refusal.NOT_YOUR_INVITATION);
        };
    }

    private static Optional<Refusal> refuseApproval(Caller caller, Invitation invitation, boolean staff) {
        if (isInvited(caller, invitation) || caller.personId().equals(invitation.invitedBy())) {
            return Optional.of(Refusal.FOUR_EYES);
        }
        return refuseByRank(caller, invitation, staff).or(() -> unless(PROPOSED, invitation));
    }

    private static Optional<Refusal> refuseWithdrawal(Caller caller, Invitation invitation, boolean staff) {
        return refuseByRank(caller, invitation, staff)
                .or(() -> when(!invitation.state().isOpen(), Refusal.INVITATION_OVER));
    }

    private static Optional<Refusal> refuseByRank(Caller caller, Invitation invitation, boolean staff) {
        if (!staff) {
            return Optional.of(Refusal.NOT_YOUR_INVITATION);
        }
        boolean above = invitation.role() == Role.PLATFORM_ADMIN && !caller.isAny(Role.PLATFORM_ADMIN);
        return when(above, Refusal.ROLE_ABOVE_CALLER);
    }

    /** Whether the caller's office has to do with it: the platform's, the tenant's, or the operator's own dispatchers. */
    static boolean isWithinReach(Caller caller, Invitation invitation) {
        if (caller.isAny(Role.PLATFORM_ADMIN)) {
            return true;
        }
        if (!caller.tenant().equals(invitation.tenant())) {
            return false;
        }
        return caller.isAny(Role.TENANT_ADMIN)
                || (caller.isAny(Role.OPERATOR)
                        && invitation.role() == Role.DISPATCHER
                        && isOf(caller.operatorId(), invitation.operatorId()));
    }

    private static boolean isOf(Optional<UUID> own, Optional<UUID> other) {
        return own.isPresent() && own.equals(other);
    }

    private static boolean isInvited(Caller caller, Invitation invitation) {
        return caller.personId().equals(invitation.personId());
    }

    /** What nobody has approved was never said to them. */
    private static boolean isKnownToInvited(Invitation invitation) {
        return invitation.approvedBy().isPresent();
    }

    private static Optional<Refusal> unless(InvitationState state, Invitation invitation) {
        return when(invitation.state() != state, Refusal.INVITATION_OVER);
    }

    private static Optional<Refusal> when(boolean wrong, Refusal refusal) {
        return wrong ? Optional.of(refusal) : Optional.empty();
    }
}
