package rw.ishemalink.compliance.story;

import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Agency;

/** Tokens of officials, with the agency that they serve. */
final class AgencyToken {

    private AgencyToken() {}

    static TestToken of(Agency agency, String tenant) {
        return TestToken.of(Role.GOVERNMENT).agency(agency.name()).tenant(tenant);
    }
}
