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
    private static final Optional<UUID> OPERATOR = Optional.of(UUID.randomUUID());

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PLATFORM_ADMIN", "DRIVER", "SERVICE", "OPERATOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_tenants_administrator_grants_and_revokes_within_the_tenant(Role role) {
        assertThat(RolePolicy.refuseGrant(TENANT_ADMIN, "here", role, Optional.empty()))
                .isEmpty();
        assertThat(RolePolicy.refuseRevocation(TENANT_ADMIN, "here", role)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_person_of_another_tenant_is_not_there(Role role) {
        assertThat(RolePolicy.refuseGrant(TENANT_ADMIN, "elsewhere", role, Optional.empty()))
                .contains(Refusal.NO_SUCH_PERSON);
        assertThat(RolePolicy.refuseRevocation(TENANT_ADMIN, "elsewhere", role)).contains(Refusal.NO_SUCH_PERSON);
    }

    @Test
    void only_the_platforms_administrators_make_their_own_kind() {
        assertThat(RolePolicy.refuseGrant(TENANT_ADMIN, "here", Role.PLATFORM_ADMIN, Optional.empty()))
                .contains(Refusal.ROLE_ABOVE_CALLER);
        assertThat(RolePolicy.refuseRevocation(TENANT_ADMIN, "here", Role.PLATFORM_ADMIN))
                .contains(Refusal.ROLE_ABOVE_CALLER);
        assertThat(RolePolicy.refuseGrant(PLATFORM_ADMIN, "elsewhere", Role.PLATFORM_ADMIN, Optional.empty()))
                .isEmpty();
    }

    @Test
    void drivers_come_from_the_fleet_and_services_are_no_people() {
        assertThat(RolePolicy.refuseGrant(PLATFORM_ADMIN, "here", Role.DRIVER, Optional.empty()))
                .contains(Refusal.ROLE_FROM_FLEET);
        assertThat(RolePolicy.refuseGrant(PLATFORM_ADMIN, "here", Role.SERVICE, Optional.empty()))
                .contains(Refusal.ROLE_NOT_FOR_PEOPLE);
    }

    @Test
    void an_operators_staff_names_the_operator_and_nobody_else_does() {
        assertThat(RolePolicy.refuseGrant(TENANT_ADMIN, "here", Role.OPERATOR, Optional.empty()))
                .contains(Refusal.OPERATOR_MISSING);
        assertThat(RolePolicy.refuseGrant(TENANT_ADMIN, "here", Role.OPERATOR, OPERATOR))
                .isEmpty();
        assertThat(RolePolicy.refuseGrant(TENANT_ADMIN, "here", Role.DISPATCHER, OPERATOR))
                .isEmpty();
        assertThat(RolePolicy.refuseGrant(TENANT_ADMIN, "here", Role.AUDITOR, OPERATOR))
                .contains(Refusal.OPERATOR_NOT_FOR_ROLE);
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
