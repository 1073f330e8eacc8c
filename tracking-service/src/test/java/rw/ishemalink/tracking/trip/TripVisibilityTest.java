package rw.ishemalink.tracking.trip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

class TripVisibilityTest {

    private static final UUID SENDER = UUID.randomUUID();
    private static final UUID DRIVER = UUID.randomUUID();
    private static final UUID OPERATOR = UUID.randomUUID();

    @Test
    void the_sender_and_the_driver_see_their_trip() {
        assertThat(sees(Role.SENDER, SENDER, null, TripKind.CARGO_DOMESTIC)).isTrue();
        assertThat(sees(Role.DRIVER, DRIVER, null, TripKind.CARGO_DOMESTIC)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CUSTOMER", "SENDER", "EXPORTER", "AGENT", "DRIVER", "OPERATOR", "CUSTOMS_INSPECTOR", "SERVICE"})
    void strangers_do_not(Role role) {
        assertThat(sees(role, UUID.randomUUID(), null, TripKind.CARGO_DOMESTIC)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"DISPATCHER", "GOVERNMENT", "AUDITOR", "TENANT_ADMIN", "PLATFORM_ADMIN"})
    void who_watches_over_all_trips_of_the_tenant_does(Role role) {
        assertThat(sees(role, UUID.randomUUID(), null, TripKind.RIDE)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void nobody_sees_the_trips_of_another_tenant(Role role) {
        Caller stranger = caller(role, SENDER, OPERATOR, "geo");
        assertThat(TripVisibility.maySee(stranger, trip(TripKind.CARGO_INTERNATIONAL)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "DISPATCHER"})
    void an_operator_and_its_dispatcher_see_the_trips_of_the_own_fleet_only(Role role) {
        assertThat(sees(role, UUID.randomUUID(), OPERATOR, TripKind.CARGO_DOMESTIC))
                .isTrue();
        assertThat(sees(role, UUID.randomUUID(), UUID.randomUUID(), TripKind.CARGO_DOMESTIC))
                .isFalse();
        // A driver's token names the operator too.
        assertThat(sees(Role.DRIVER, UUID.randomUUID(), OPERATOR, TripKind.CARGO_DOMESTIC))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_customs_inspector_sees_what_crosses_the_border_only(TripKind kind) {
        assertThat(sees(Role.CUSTOMS_INSPECTOR, UUID.randomUUID(), null, kind))
                .isEqualTo(kind == TripKind.CARGO_INTERNATIONAL);
    }

    private static boolean sees(Role role, UUID person, @Nullable UUID operator, TripKind kind) {
        return TripVisibility.maySee(caller(role, person, operator, "ishemalink"), trip(kind));
    }

    private static Caller caller(Role role, UUID person, @Nullable UUID operator, String tenant) {
        return Caller.of(
                person, tenant, Set.of(role), Optional.empty(), Optional.empty(), "en", Optional.ofNullable(operator));
    }

    private static Trip trip(TripKind kind) {
        return new Trip(
                UUID.randomUUID(),
                "ishemalink",
                kind,
                SENDER,
                DRIVER,
                UUID.randomUUID(),
                OPERATOR,
                null,
                null,
                null,
                Instant.now(),
                null,
                null);
    }
}
