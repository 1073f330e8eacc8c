package rw.ishemalink.tracking.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

class ScopeTest {

    private static final UUID FLEET = UUID.randomUUID();

    @Test
    void staff_see_all_an_operator_the_own_fleet_and_government_only_crowds() {
        assertThat(Scope.of(caller(null, Role.TENANT_ADMIN))).contains(new Scope.WholeTenant());
        assertThat(Scope.of(caller(null, Role.DISPATCHER))).contains(new Scope.WholeTenant());
        assertThat(Scope.of(caller(FLEET, Role.DISPATCHER))).contains(new Scope.OwnFleet(FLEET));
        assertThat(Scope.of(caller(FLEET, Role.OPERATOR))).contains(new Scope.OwnFleet(FLEET));
        assertThat(Scope.of(caller(null, Role.GOVERNMENT))).contains(new Scope.Crowds());
    }

    @Test
    void who_is_none_of_them_sees_nothing() {
        assertThat(Scope.of(caller(null, Role.OPERATOR))).isEmpty();
        assertThat(Scope.of(caller(FLEET, Role.DRIVER))).isEmpty();
        assertThat(Scope.of(caller(null, Role.AUDITOR, Role.SENDER))).isEmpty();
    }

    private static Caller caller(@Nullable UUID operatorId, Role... roles) {
        return Caller.of(
                UUID.randomUUID(),
                "ishemalink",
                Set.of(roles),
                Optional.empty(),
                Optional.empty(),
                "en",
                Optional.ofNullable(operatorId));
    }
}
