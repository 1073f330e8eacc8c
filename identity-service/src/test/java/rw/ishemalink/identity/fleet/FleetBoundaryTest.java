package rw.ishemalink.identity.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

class FleetBoundaryTest {

    private static final UUID PERSON = UUID.randomUUID();
    private static final Optional<UUID> OWN = Optional.of(UUID.randomUUID());

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TENANT_ADMIN", "PLATFORM_ADMIN"})
    void administrators_know_their_tenants_whole_fleet(Role role) {
        assertThat(of(OWN, role)).isEqualTo(new FleetBoundary("here", Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OPERATOR", "DISPATCHER"})
    void staff_know_their_operators_fleet_only(Role role) {
        FleetBoundary boundary = of(OWN, role, Role.DRIVER);

        assertThat(boundary.contains(OWN.orElseThrow())).isTrue();
        assertThat(boundary.contains(UUID.randomUUID())).isFalse();
    }

    @Test
    void a_dispatcher_of_no_operator_dispatches_for_the_tenant() {
        assertThat(of(Optional.empty(), Role.DISPATCHER).contains(UUID.randomUUID()))
                .isTrue();
    }

    @Test
    void a_driver_knows_oneself_only_whichever_operator_it_is() {
        FleetBoundary boundary = of(OWN, Role.DRIVER, Role.SENDER);

        assertThat(boundary.driverId()).contains(PERSON);
        assertThat(boundary.contains(OWN.orElseThrow())).isFalse();
    }

    @Test
    void an_operator_whose_token_names_none_has_no_fleet() {
        assertThat(of(Optional.empty(), Role.OPERATOR).isFleet()).isFalse();
    }

    private static FleetBoundary of(Optional<UUID> operatorId, Role... roles) {
        return FleetBoundary.of(
                Caller.of(PERSON, "here", Set.of(roles), Optional.empty(), Optional.empty(), "en", operatorId));
    }
}
