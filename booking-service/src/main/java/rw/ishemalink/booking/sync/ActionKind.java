package rw.ishemalink.booking.sync;

import java.util.EnumSet;
import java.util.Set;
import rw.ishemalink.kit.caller.Role;

/** What can be done without network. */
public enum ActionKind {
    CREATE,
    CONFIRM,
    ACCEPT_MANIFEST,
    PICKUP,
    DELIVER,
    CANCEL,
    POSITIONS;

    /** Who may do it at all, as for the same on line. */
    public Set<Role> allowed() {
        return switch (this) {
            case CREATE, CONFIRM, CANCEL -> EnumSet.of(Role.SENDER, Role.CUSTOMER, Role.EXPORTER, Role.AGENT);
            case ACCEPT_MANIFEST, PICKUP, DELIVER, POSITIONS -> EnumSet.of(Role.DRIVER);
        };
    }
}
