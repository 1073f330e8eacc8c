package rw.ishemalink.identity.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.identity.invitation.InvitationPolicy.Act;
import rw.ishemalink.identity.invitation.InvitationPolicy.Refusal;
import rw.ishemalink.identity.people.Agency;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.identity.people.RolePolicy;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

class InvitationPolicyTest {

    private static final UUID ALICE = new UUID(0, 1);
    private static final UUID BOB = new UUID(0, 2);
    private static final UUID CLAIRE = new UUID(0, 3);
    private static final List<UUID> PEOPLE = List.of(ALICE, BOB, CLAIRE);
    private static final UUID OPERATOR = new UUID(1, 1);
    private static final Phone PHONE = new Phone("+250788123456");

    @Property
    void whoever_approves_is_neither_the_inviter_nor_the_invited(
            @ForAll Set<Role> roles, @ForAll int who, @ForAll int inviter, @ForAll int invited, @ForAll Role role) {
        UUID caller = PEOPLE.get(Math.floorMod(who, 3));
        Invitation invitation = invitation(
                role,
                InvitationState.PROPOSED,
                PEOPLE.get(Math.floorMod(inviter, 3)),
                PEOPLE.get(Math.floorMod(invited, 3)));

        if (InvitationPolicy.refuse(Act.APPROVE, caller("here", caller, roles), invitation)
                .isEmpty()) {
            assertThat(caller).isNotEqualTo(invitation.invitedBy()).isNotEqualTo(invitation.personId());
        }
    }

    @Property
    void only_the_invited_accepts_and_only_what_was_approved(
            @ForAll Set<Role> roles, @ForAll int who, @ForAll InvitationState state) {
        UUID caller = PEOPLE.get(Math.floorMod(who, 3));
        Invitation invitation = invitation(Role.AUDITOR, state, ALICE, BOB);

        if (InvitationPolicy.refuse(Act.ACCEPT, caller("here", caller, roles), invitation)
                .isEmpty()) {
            assertThat(caller).isEqualTo(BOB);
            assertThat(state).isEqualTo(InvitationState.APPROVED);
        }
    }

    @Property
    void what_is_over_stays_over(
            @ForAll Set<Role> roles, @ForAll int who, @ForAll Act act, @ForAll InvitationState state) {
        Invitation invitation = invitation(Role.AUDITOR, state, ALICE, BOB);

        if (!state.isOpen()) {
            assertThat(InvitationPolicy.refuse(
                            act, caller("here", PEOPLE.get(Math.floorMod(who, 3)), roles), invitation))
                    .isPresent();
        }
    }

    @Property
    void of_another_tenant_only_the_platform_knows(
            @ForAll Set<Role> roles, @ForAll Act act, @ForAll InvitationState state) {
        Caller stranger = caller("elsewhere", CLAIRE, roles);

        if (!roles.contains(Role.PLATFORM_ADMIN)) {
            assertThat(InvitationPolicy.refuse(act, stranger, invitation(Role.AUDITOR, state, ALICE, BOB)))
                    .contains(Refusal.NO_SUCH_INVITATION);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void administrators_invite_to_what_comes_by_invitation(Role role) {
        Proposal proposal = proposal(role);
        Optional<Refusal> atTenant =
                InvitationPolicy.refuseProposal(caller("here", ALICE, Set.of(Role.TENANT_ADMIN)), proposal);
        Optional<Refusal> atPlatform =
                InvitationPolicy.refuseProposal(caller("elsewhere", ALICE, Set.of(Role.PLATFORM_ADMIN)), proposal);

        assertThat(atPlatform.isEmpty()).isEqualTo(RolePolicy.isByInvitation(role));
        assertThat(atTenant.isEmpty()).isEqualTo(RolePolicy.isByInvitation(role) && role != Role.PLATFORM_ADMIN);
    }

    @Test
    void an_operator_invites_its_own_dispatchers_and_nobody_else() {
        Caller operator = caller("here", ALICE, Set.of(Role.OPERATOR));

        assertThat(InvitationPolicy.refuseProposal(operator, dispatcherOf(Optional.of(OPERATOR))))
                .isEmpty();
        assertThat(InvitationPolicy.refuseProposal(operator, dispatcherOf(Optional.of(new UUID(1, 2)))))
                .contains(Refusal.NO_SUCH_OPERATOR);
        assertThat(InvitationPolicy.refuseProposal(operator, dispatcherOf(Optional.empty())))
                .contains(Refusal.OPERATOR_MISSING);
        assertThat(InvitationPolicy.refuseProposal(operator, proposal(Role.OPERATOR)))
                .contains(Refusal.ROLE_ABOVE_CALLER);
    }

    @Test
    void operators_and_agencies_are_named_where_they_belong_and_nowhere_else() {
        Caller admin = caller("here", ALICE, Set.of(Role.TENANT_ADMIN));

        assertThat(refusal(admin, Role.OPERATOR, Optional.empty(), Optional.empty()))
                .contains(Refusal.OPERATOR_MISSING);
        assertThat(refusal(admin, Role.AUDITOR, Optional.of(OPERATOR), Optional.empty()))
                .contains(Refusal.OPERATOR_NOT_FOR_ROLE);
        assertThat(refusal(admin, Role.GOVERNMENT, Optional.empty(), Optional.empty()))
                .contains(Refusal.AGENCY_MISSING);
        assertThat(refusal(admin, Role.AUDITOR, Optional.empty(), Optional.of(Agency.RRA)))
                .contains(Refusal.AGENCY_NOT_FOR_ROLE);
    }

    private static Optional<Refusal> refusal(
            Caller caller, Role role, Optional<UUID> operatorId, Optional<Agency> agency) {
        return InvitationPolicy.refuseProposal(caller, new Proposal("here", PHONE, role, operatorId, agency));
    }

    private static Proposal dispatcherOf(Optional<UUID> operatorId) {
        return new Proposal("here", PHONE, Role.DISPATCHER, operatorId, Optional.empty());
    }

    private static Proposal proposal(Role role) {
        return new Proposal(
                "here",
                PHONE,
                role,
                role == Role.OPERATOR ? Optional.of(OPERATOR) : Optional.empty(),
                role == Role.GOVERNMENT ? Optional.of(Agency.RURA) : Optional.empty());
    }

    private static Invitation invitation(Role role, InvitationState state, UUID inviter, UUID invited) {
        boolean approved = state == InvitationState.APPROVED || state == InvitationState.ACCEPTED;
        return new Invitation(
                new UUID(2, 1),
                "here",
                invited,
                Optional.of(PHONE),
                role,
                Optional.empty(),
                Optional.empty(),
                state,
                inviter,
                approved ? Optional.of(CLAIRE) : Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static Caller caller(String tenant, UUID personId, Set<Role> roles) {
        return Caller.of(personId, tenant, roles, Optional.empty(), Optional.empty(), "en", Optional.of(OPERATOR));
    }
}
