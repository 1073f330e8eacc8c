package rw.ishemalink.tracking.map;

import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** How much of the map somebody sees; always of the own tenant only. */
public sealed interface Scope {

    /** Every vehicle, each of them where it stands alone. */
    record WholeTenant() implements Scope {}

    /** The vehicles of one operator. */
    record OwnFleet(UUID operatorId) implements Scope {}

    /** How many there are where, and nobody alone. */
    record Crowds() implements Scope {}

    /** What the caller sees; empty for who sees nothing. */
    static Optional<Scope> of(Caller caller) {
        if (caller.isAnyForTenant(Role.DISPATCHER, Role.TENANT_ADMIN)) {
            return Optional.of(new WholeTenant());
        }
        return caller.fleet()
                .<Scope>map(OwnFleet::new)
                .or(() -> caller.isAny(Role.GOVERNMENT) ? Optional.of(new Crowds()) : Optional.empty());
    }

    /** Whether a vehicle that stands alone is shown as itself. */
    default boolean showsSingles() {
        return switch (this) {
            case WholeTenant _, OwnFleet _ -> true;
            case Crowds _ -> false;
        };
    }

    /** How many vehicles a cell must have to be shown. */
    default int leastInCell() {
        return switch (this) {
            case WholeTenant _, OwnFleet _ -> 1;
            case Crowds _ -> 3;
        };
    }
}
