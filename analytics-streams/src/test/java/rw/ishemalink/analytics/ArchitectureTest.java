package rw.ishemalink.analytics;

import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.ServiceRules;

class ArchitectureTest {

    @Test
    void the_house_rules_hold() {
        ServiceRules.checkBoundaries("rw.ishemalink.analytics");
    }
}
