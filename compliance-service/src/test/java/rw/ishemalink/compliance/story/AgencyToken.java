package rw.ishemalink.compliance.story;

import java.util.UUID;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.TestToken;

/** Tokens of those who read for an agency; {@link OutsideWorld} names them in the configuration. */
final class AgencyToken {

    static final UUID RRA = UUID.fromString("5f2a1c34-0000-4000-8000-000000000001");
    static final UUID RURA = UUID.fromString("5f2a1c34-0000-4000-8000-000000000002");
    static final UUID BNR = UUID.fromString("5f2a1c34-0000-4000-8000-000000000003");

    private AgencyToken() {}

    static TestToken of(UUID reader, String tenant) {
        return TestToken.of(Role.GOVERNMENT).person(reader).tenant(tenant);
    }
}
