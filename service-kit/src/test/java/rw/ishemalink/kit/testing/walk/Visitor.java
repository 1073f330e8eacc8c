package rw.ishemalink.kit.testing.walk;

import java.util.Optional;
import rw.ishemalink.kit.caller.Role;

/**
 * Somebody who tries an endpoint.
 *
 * @param name in the table
 * @param role empty for who has no valid token, and for owners
 * @param token empty for none
 */
record Visitor(Kind kind, String name, Optional<Role> role, Optional<String> token) {

    /** Where visitors come from. */
    enum Kind {
        /** No token, or one that is none of ours: 401 everywhere. */
        NOBODY,
        /** A member of another tenant. */
        OTHER_TENANT,
        /** Of our tenant, on the staff of another operator. */
        OTHER_OPERATOR,
        /** Of our tenant, and nothing to do with the rows. */
        STRANGER,
        /** Whose rows they are. */
        OWNER
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
