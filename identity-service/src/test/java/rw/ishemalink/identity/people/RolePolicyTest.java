package rw.ishemalink.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.identity.people.RolePolicy.Refusal;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

class RolePolicyTest {

    private static final Caller TENANT_ADMIN = caller(Role.TENANT_ADMIN);
    private static final Caller PLATFORM_ADMIN = caller(Role.PLATFORM_ADMIN);

    @Test
    void a_tenants_administrator_alone_makes_agents_only() {
        assertThat(RolePolicy.refuseGrant(TENANT_ADMIN, "here", Role.AGENT)).isEmpty();
        assertThat(RolePolicy.refuseGrant(TENANT_ADMIN, "here", Role.EXPORTER)).contains(Refusal.ROLE_SELF_TAKEN);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void what_comes_by_invitation_nobody_grants_alone_or_takes(Role role) {
        assertThat(RolePolicy.isByInvitation(role)
                        && (RolePolicy.refuseGrant(PLATFORM_ADMIN, "here", role).isEmpty()
                                || RolePolicy.refuseTaking(role).isEmpty()))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PLATFORM_ADMIN", "DRIVER", "SERVICE"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_tenants_administrator_revokes_within_the_tenant(Role role) {
        assertThat(RolePolicy.refuseRevocation(TENANT_ADMIN, "here", role)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_person_of_another_tenant_is_not_there(Role role) {
        assertThat(RolePolicy.refuseGrant(TENANT_ADMIN, "elsewhere", role)).contains(Refusal.NO_SUCH_PERSON);
        assertThat(RolePolicy.refuseRevocation(TENANT_ADMIN, "elsewhere", role)).contains(Refusal.NO_SUCH_PERSON);
    }

    @Test
    void only_the_platforms_administrators_revoke_their_own_kind() {
        assertThat(RolePolicy.refuseRevocation(TENANT_ADMIN, "here", Role.PLATFORM_ADMIN))
                .contains(Refusal.ROLE_ABOVE_CALLER);
        assertThat(RolePolicy.refuseRevocation(PLATFORM_ADMIN, "elsewhere", Role.PLATFORM_ADMIN))
                .isEmpty();
    }

    @Test
    void drivers_come_from_the_fleet_and_services_are_no_people() {
        assertThat(RolePolicy.refuseGrant(PLATFORM_ADMIN, "here", Role.DRIVER)).contains(Refusal.ROLE_FROM_FLEET);
        assertThat(RolePolicy.refuseGrant(PLATFORM_ADMIN, "here", Role.SERVICE)).contains(Refusal.ROLE_NOT_FOR_PEOPLE);
    }

    @Test
    void who_neither_drives_nor_is_staff_belongs_to_no_operator() {
        assertThat(RolePolicy.needsOperator(Set.of(Role.SENDER, Role.AUDITOR))).isFalse();
        assertThat(RolePolicy.needsOperator(Set.of(Role.SENDER, Role.DRIVER))).isTrue();
        assertThat(RolePolicy.needsOperator(Set.of(Role.DISPATCHER))).isTrue();
    }

    private static Caller caller(Role role) {
        return Caller.of(
                UUID.randomUUID(), "here", Set.of(role), Optional.empty(), Optional.empty(), "en", Optional.empty());
    }
}
