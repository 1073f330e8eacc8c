package rw.ishemalink.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose work a caller may do: the tenant's, or one operator's. */
class FleetTest {

    private static final UUID OPERATOR = UUID.randomUUID();

    @Test
    void a_dispatcher_whom_an_operator_employs_dispatches_for_that_operator_only() {
        Caller dispatcher = caller(Optional.of(OPERATOR), Role.DISPATCHER);
        assertThat(dispatcher.fleet()).contains(OPERATOR);
        assertThat(dispatcher.isAny(Role.DISPATCHER)).isTrue();
        assertThat(dispatcher.isAnyForTenant(Role.DISPATCHER, Role.AUDITOR)).isFalse();
    }

    @Test
    void a_dispatcher_of_no_operator_dispatches_for_the_tenant() {
        Caller dispatcher = caller(Optional.empty(), Role.DISPATCHER);
        assertThat(dispatcher.fleet()).isEmpty();
        assertThat(dispatcher.isAnyForTenant(Role.DISPATCHER)).isTrue();
    }

    @Test
    void who_administers_the_tenant_does_so_whatever_operator_it_is_besides() {
        Caller both = caller(Optional.of(OPERATOR), Role.DISPATCHER, Role.TENANT_ADMIN);
        assertThat(both.isAnyForTenant(Role.DISPATCHER, Role.TENANT_ADMIN)).isTrue();
    }

    @Test
    void a_driver_of_an_operator_runs_no_fleet() {
        assertThat(caller(Optional.of(OPERATOR), Role.DRIVER).fleet()).isEmpty();
    }

    private static Caller caller(Optional<UUID> operator, Role... roles) {
        return Caller.of(UUID.randomUUID(), "here", Set.of(roles), Optional.empty(), Optional.empty(), "en", operator);
    }
}
