package rw.ishemalink.kit.caller;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The caller of one request. */
record TokenCaller(
        UUID personId,
        String tenant,
        Set<Role> roles,
        Optional<String> phone,
        Optional<String> email,
        String language,
        Optional<UUID> operatorId,
        Standing standing)
        implements Caller {

    TokenCaller {
        roles = Set.copyOf(roles);
    }

    /** Never the phone or e-mail: this text reaches logs. */
    @Override
    public String toString() {
        return "Caller[" + personId + ", " + tenant + ", " + roles + "]";
    }
}
