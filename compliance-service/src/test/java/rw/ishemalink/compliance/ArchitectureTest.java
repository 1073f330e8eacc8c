package rw.ishemalink.compliance;

import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.ServiceRules;

class ArchitectureTest {

    @Test
    void the_house_rules_are_kept() {
        ServiceRules.check("rw.ishemalink.compliance", "compliance", "gov", "licence");
    }
}
