package rw.ishemalink.identity;

import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.ServiceRules;

class ArchitectureTest {

    @Test
    void identity_keeps_the_rules_of_the_house() {
        ServiceRules.check("rw.ishemalink.identity", "fleet", "identity", "notification", "privacy", "tenant");
    }
}
